// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.retention;

import dev.gapless.api.ItemKey;
import dev.gapless.engine.journal.ItemRow;
import dev.gapless.engine.journal.JournalView;
import java.io.IOException;

/** Files that are here only to be handed to CRMs. */
public interface Leftovers {
  /** Whether a file of the item is here, or nobody can tell. Asked within commits: a quick look. */
  boolean areThere(JournalView view, ItemRow item);

  /** Deletes those that are; harmless if there are none. */
  void delete(ItemKey item) throws IOException;
}
