// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.intake;

import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.JournalTransaction;
import java.time.Instant;

/** What becomes of an item that was parked as unreadable and can be read now. */
public interface ParkedItems {
  /**
   * @param sameItem whether it is still the same item; if not, others stand in its place and it is
   *     left out by rule
   */
  void readAgain(JournalTransaction tx, DeliveryRow row, boolean sameItem, Instant now);
}
