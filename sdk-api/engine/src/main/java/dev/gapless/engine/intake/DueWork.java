// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.intake;

import dev.gapless.engine.journal.DestinationRow;
import dev.gapless.engine.journal.ItemRow;
import dev.gapless.engine.journal.JournalTransaction;
import java.util.List;

/** What intake leaves for delivery, in the same commit. */
public interface DueWork {
  /** The item shows something new since this event; counts the event. */
  void changed(JournalTransaction tx, DestinationRow to, Arrival arrival);

  /** Events that had been ignored by a rule count after all, now that the original is there. */
  void revived(JournalTransaction tx, DestinationRow to, ItemRow item, List<Long> sequences);

  /** The item cannot be delivered, for a reason a person can act on; counts the event. */
  void unreadable(JournalTransaction tx, DestinationRow to, Arrival arrival, String reason);
}
