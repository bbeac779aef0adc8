// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.retention;

import dev.gapless.engine.journal.EventRow;
import dev.gapless.engine.journal.Expiry.Cause;
import dev.gapless.engine.journal.Expiry.Kept;
import dev.gapless.engine.journal.JournalTransaction;
import java.time.Instant;

/**
 * What is taken of an item when its last event is old: each item is looked at when that event is
 * passed, and again in a while if it could not go then.
 */
abstract class ItemClock {
  private final Cursors cursor;
  private final Cause cause;

  ItemClock(Cursors cursor, Cause cause) {
    this.cursor = cursor;
    this.cause = cause;
  }

  /** The last sequence that is old enough. */
  abstract long end(JournalTransaction tx, Cutoffs cutoffs);

  /**
   * Takes it, or keeps it for {@link #again}.
   *
   * @param afterFiles when it is looked at again if it has files
   */
  abstract Removed.Page take(JournalTransaction tx, Cutoffs cutoffs, long item, Instant afterFiles);

  final Sweep passed() {
    return new EventSweep(cursor) {
      @Override
      long end(JournalTransaction tx, Cutoffs cutoffs) {
        return ItemClock.this.end(tx, cutoffs);
      }

      @Override
      Removed.Page pass(
          JournalTransaction tx, Cutoffs cutoffs, EventRow event, boolean lastOfReceipt) {
        return tx.expiry().lastEvent(event.item()) == event.sequence()
            ? take(tx, cutoffs, event.item(), cutoffs.now())
            : Removed.Page.NOTHING;
      }
    };
  }

  final Sweep lookedAtAgain() {
    return new KeptSweep(cause) {
      @Override
      Removed.Page look(JournalTransaction tx, Cutoffs cutoffs, Kept kept) {
        tx.expiry().release(kept);
        long last = tx.expiry().lastEvent(kept.id());
        // A newer event is passed when it is old enough itself.
        return last == 0 || last > cursor.get(tx)
            ? Removed.Page.NOTHING
            : take(tx, cutoffs, kept.id(), cutoffs.soon());
      }
    };
  }

  final Removed.Page again(JournalTransaction tx, long item, Instant at) {
    tx.expiry().keep(new Kept(cause, item, 0), at);
    return Removed.Page.NOTHING;
  }
}
