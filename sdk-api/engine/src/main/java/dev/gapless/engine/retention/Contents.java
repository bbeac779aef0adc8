// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.retention;

import dev.gapless.engine.fold.ItemStateJson;
import dev.gapless.engine.journal.Expiry.Cause;
import dev.gapless.engine.journal.ItemRow;
import dev.gapless.engine.journal.JournalTransaction;
import java.time.Instant;

/**
 * What contacts said and who they are: an item loses its fold when its last event is old, nothing
 * of it waits or is parked, and all of it is understood.
 */
final class Contents extends ItemClock {
  private final Files files;

  Contents(Files files) {
    super(Cursors.CONTENT, Cause.CONTENT);
    this.files = files;
  }

  @Override
  long end(JournalTransaction tx, Cutoffs cutoffs) {
    return tx.expiry().cameBy(cutoffs.content());
  }

  @Override
  Removed.Page take(JournalTransaction tx, Cutoffs cutoffs, long id, Instant afterFiles) {
    ItemRow item = tx.item(id);
    if (item.state().isEmpty() || ItemStateJson.isExpired(item.state())) {
      return Removed.Page.NOTHING;
    }
    if (!Settled.is(tx, id) || tx.events(id).stream().anyMatch(event -> !event.understood())) {
      return again(tx, id, cutoffs.again());
    }
    if (!files.areGone(tx, item)) {
      return again(tx, id, afterFiles);
    }
    tx.saveItem(
        new ItemRow(
            id,
            item.key(),
            item.sequence(),
            item.lane(),
            item.revision(),
            item.firstRevision(),
            isAwaited(item) ? "" : ItemStateJson.EXPIRED));
    return Removed.Page.content();
  }

  /** Only changes of it have come, and nothing was written: the contact itself still may. */
  private static boolean isAwaited(ItemRow item) {
    return item.revision() == 0
        && ItemStateJson.read(item.key(), item.state()).removedAt().isEmpty();
  }
}
