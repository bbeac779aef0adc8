// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.retention;

import dev.gapless.api.ItemKey;
import dev.gapless.engine.journal.ItemRow;
import dev.gapless.engine.journal.JournalView;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files go before the row that names them, so that a crash leaves none behind; and between commits,
 * so that no commit waits for a disk.
 */
final class Files {
  private static final Logger log = LoggerFactory.getLogger(Files.class);

  private final Leftovers leftovers;
  private final Set<ItemKey> wanted = new LinkedHashSet<>();

  Files(Leftovers leftovers) {
    this.leftovers = leftovers;
  }

  /** Whether the item has none; if it has, they are deleted after this commit. */
  boolean areGone(JournalView view, ItemRow item) {
    boolean gone = !leftovers.areThere(view, item);
    if (!gone) {
      wanted.add(item.key());
    }
    return gone;
  }

  /** What was wanted by a commit that failed is not. */
  void begin() {
    wanted.clear();
  }

  void delete() {
    wanted.forEach(this::delete);
    wanted.clear();
  }

  private void delete(ItemKey key) {
    try {
      leftovers.delete(key);
    } catch (IOException e) {
      log.warn(
          "files of an old contact cannot be deleted ({}); check the rights of the media directory",
          e.getClass().getSimpleName());
    }
  }
}
