// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.retention;

import dev.gapless.engine.fold.ItemStateJson;
import dev.gapless.engine.journal.EventRow;
import dev.gapless.engine.journal.Expiry.Cause;
import dev.gapless.engine.journal.Expiry.Kept;
import dev.gapless.engine.journal.ItemRow;
import dev.gapless.engine.journal.JournalTransaction;
import java.time.Instant;

/**
 * What contacts said and who they are: an item loses its fold when its last event is old, nothing
 * of it waits or is parked, and all of it is understood.
 */
final class Contents {
  private final Files files;

  Contents(Files files) {
    this.files = files;
  }

  Sweep passed() {
    return new EventSweep(Cursors.CONTENT) {
      @Override
      long end(JournalTransaction tx, Cutoffs cutoffs) {
        return tx.expiry().cameBy(cutoffs.content());
      }

      @Override
      Removed.Page pass(
          JournalTransaction tx, Cutoffs cutoffs, EventRow event, boolean lastOfReceipt) {
        return tx.expiry().lastEvent(event.item()) == event.sequence()
            ? expire(tx, cutoffs, event.item(), cutoffs.now())
            : Removed.Page.NOTHING;
      }
    };
  }

  Sweep lookedAtAgain() {
    return new KeptSweep(Cause.CONTENT) {
      @Override
      Removed.Page look(JournalTransaction tx, Cutoffs cutoffs, Kept kept) {
        tx.expiry().release(kept);
        long last = tx.expiry().lastEvent(kept.id());
        // A newer event is passed when it is old enough itself.
        return last == 0 || last > Cursors.CONTENT.get(tx)
            ? Removed.Page.NOTHING
            : expire(tx, cutoffs, kept.id(), cutoffs.soon());
      }
    };
  }

  /**
   * @param afterFiles when it is looked at again if it has files
   */
  private Removed.Page expire(JournalTransaction tx, Cutoffs cutoffs, long id, Instant afterFiles) {
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

  private static Removed.Page again(JournalTransaction tx, long item, Instant at) {
    tx.expiry().keep(new Kept(Cause.CONTENT, item, 0), at);
    return Removed.Page.NOTHING;
  }
}
