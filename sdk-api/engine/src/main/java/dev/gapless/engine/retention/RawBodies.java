// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.retention;

import dev.gapless.engine.journal.EventRow;
import dev.gapless.engine.journal.Expiry;
import dev.gapless.engine.journal.Expiry.Cause;
import dev.gapless.engine.journal.Expiry.Kept;
import dev.gapless.engine.journal.JournalTransaction;
import java.time.Instant;
import java.util.Optional;

/**
 * Raw bodies: a receipt goes when its last event has been passed and nothing keeps it, which is an
 * item on its way or parked, an event that is not understood, or a sweep that is not complete; and
 * in any case when it is as old as keys may be.
 */
final class RawBodies {
  private RawBodies() {}

  static final class Passed extends EventSweep {
    Passed() {
      super(Cursors.RAW);
    }

    @Override
    long end(JournalTransaction tx, Cutoffs cutoffs) {
      return tx.expiry().cameBy(cutoffs.raw());
    }

    @Override
    Removed.Page pass(
        JournalTransaction tx, Cutoffs cutoffs, EventRow event, boolean lastOfReceipt) {
      long receipt = event.receipt();
      if (!Settled.is(tx, event.item())) {
        tx.expiry().keep(new Kept(Cause.RAW, receipt, event.item()), cutoffs.again());
      }
      long later = tx.expiry().addedLater(receipt);
      boolean last = later == 0 ? lastOfReceipt : later == event.sequence();
      return last ? end(tx, cutoffs, receipt) : Removed.Page.NOTHING;
    }

    private static Removed.Page end(JournalTransaction tx, Cutoffs cutoffs, long receipt) {
      Expiry expiry = tx.expiry();
      if (expiry.receivedAt(receipt).isEmpty()) {
        return Removed.Page.NOTHING;
      }
      if (isNeeded(expiry, receipt)) {
        expiry.keep(new Kept(Cause.RAW, receipt, 0), cutoffs.again());
      }
      return expiry.isKept(Cause.RAW, receipt) ? Removed.Page.NOTHING : remove(expiry, receipt);
    }
  }

  static final class LookedAtAgain extends KeptSweep {
    LookedAtAgain() {
      super(Cause.RAW);
    }

    @Override
    Removed.Page look(JournalTransaction tx, Cutoffs cutoffs, Kept kept) {
      Expiry expiry = tx.expiry();
      Optional<Instant> received = expiry.receivedAt(kept.id());
      if (received.isEmpty()) {
        expiry.release(kept);
        return Removed.Page.NOTHING;
      }
      if (!received.get().isAfter(cutoffs.keys())) {
        return remove(expiry, kept.id());
      }
      if (received.get().isAfter(cutoffs.raw())) {
        expiry.keep(kept, received.get().plus(cutoffs.policy().raw()));
        return Removed.Page.NOTHING;
      }
      if (isReason(tx, kept)) {
        expiry.keep(kept, cutoffs.again());
        return Removed.Page.NOTHING;
      }
      expiry.release(kept);
      return isLastReason(tx, kept.id()) ? remove(expiry, kept.id()) : Removed.Page.NOTHING;
    }

    private static boolean isReason(JournalTransaction tx, Kept kept) {
      return kept.item() == 0 ? isNeeded(tx.expiry(), kept.id()) : !Settled.is(tx, kept.item());
    }

    /** What has been added later has still to be passed; that decides then. */
    private static boolean isLastReason(JournalTransaction tx, long receipt) {
      return !tx.expiry().isKept(Cause.RAW, receipt)
          && !isNeeded(tx.expiry(), receipt)
          && tx.expiry().addedLater(receipt) <= Cursors.RAW.get(tx);
    }
  }

  private static Removed.Page remove(Expiry expiry, long receipt) {
    long bytes = expiry.size(receipt);
    return Removed.Page.receipt(expiry.removeReceipt(receipt), bytes);
  }

  private static boolean isNeeded(Expiry expiry, long receipt) {
    return expiry.hasUnread(receipt) || expiry.isHeld(receipt);
  }
}
