// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.engine.intake.Arrival;
import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.DestinationRow;
import dev.gapless.engine.journal.JournalView;
import java.time.Instant;
import java.util.Optional;

/** Which items are brought to a destination. Asked while items come in, so it costs little. */
public interface Concern {
  /** A moment that does not come: the delivery waits until something else makes it due. */
  Instant LATER = Instant.parse("9999-12-31T00:00:00Z");

  /** When a new item is due there; empty if it is none of its business yet. */
  Optional<Instant> due(JournalView view, DestinationRow to, Arrival arrival);

  /** What becomes of a finished delivery when its item shows something new. */
  default DeliveryRow changed(DeliveryRow done, Arrival arrival) {
    return done.waiting(arrival.sequence(), arrival.at());
  }
}
