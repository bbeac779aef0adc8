// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.retention;

import dev.gapless.api.Delivery;
import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.JournalView;
import java.util.List;

/** Where an item stands towards all destinations, also those that are not configured any more. */
final class Settled {
  private Settled() {}

  /** Whether nothing of it waits and nothing is parked. */
  static boolean is(JournalView view, long item) {
    return deliveries(view, item).stream()
        .map(DeliveryRow::state)
        .noneMatch(state -> state == Delivery.State.WAITING || state == Delivery.State.PARKED);
  }

  static List<DeliveryRow> deliveries(JournalView view, long item) {
    return view.destinations().values().stream()
        .flatMap(to -> view.delivery(to.id(), item).stream())
        .toList();
  }
}
