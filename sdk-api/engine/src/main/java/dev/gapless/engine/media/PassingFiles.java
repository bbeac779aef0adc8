// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.media;

import dev.gapless.api.ItemKey;
import dev.gapless.engine.journal.ItemRow;
import dev.gapless.engine.journal.JournalView;
import dev.gapless.engine.retention.Leftovers;
import java.io.IOException;
import java.util.Map;

/**
 * Files that are fetched only to be handed to CRMs.
 *
 * @param directories where, by the destination that fetches them
 */
record PassingFiles(Map<Integer, MediaFiles> directories) implements Leftovers {
  @Override
  public boolean areThere(JournalView view, ItemRow item) {
    return directories.entrySet().stream()
        .filter(one -> view.delivery(one.getKey(), item.id()).isPresent())
        .anyMatch(one -> hasAny(one.getValue(), item.key()));
  }

  private static boolean hasAny(MediaFiles files, ItemKey item) {
    try {
      return files.hasAny(item);
    } catch (IOException e) {
      // Deleting them will say what is wrong.
      return true;
    }
  }

  @Override
  public void delete(ItemKey item) throws IOException {
    for (MediaFiles files : directories.values()) {
      files.delete(item);
    }
  }
}
