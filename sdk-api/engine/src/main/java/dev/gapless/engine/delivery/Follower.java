// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.Interaction;
import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.JournalTransaction;

/** Told, in the same commit, of deliveries that have come to an end. */
public interface Follower {
  /** The other side has it. */
  void written(JournalTransaction tx, DeliveryRow row, Interaction shown);

  /** The other side will never have it: its entry was deleted there. */
  default void leftOut(JournalTransaction tx, DeliveryRow row) {}

  /** It is set aside until a person acts. */
  default void parked(JournalTransaction tx, DeliveryRow row) {}
}
