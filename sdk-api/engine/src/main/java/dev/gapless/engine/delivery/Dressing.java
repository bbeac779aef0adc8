// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.Interaction;
import dev.gapless.engine.journal.ItemRow;
import dev.gapless.engine.journal.JournalView;

/** Adds to what a contact says what became known since. */
@FunctionalInterface
public interface Dressing {
  Interaction dress(JournalView view, ItemRow item, Interaction visible);
}
