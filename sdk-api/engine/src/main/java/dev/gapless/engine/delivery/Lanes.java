// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.JournalTransaction;

/** Keeps the queue of lanes in step with their heads. */
final class Lanes {
  private Lanes() {}

  /** To be called after every change of a delivery that may be its lane's head. */
  static void refresh(JournalTransaction tx, int destination, long lane) {
    tx.laneDue(
        destination,
        lane,
        tx.heads(destination, lane, 1).stream().map(DeliveryRow::due).findFirst());
  }
}
