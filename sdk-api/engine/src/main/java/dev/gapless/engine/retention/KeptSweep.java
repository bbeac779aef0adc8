// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.retention;

import dev.gapless.engine.journal.Expiry.Cause;
import dev.gapless.engine.journal.Expiry.Kept;
import dev.gapless.engine.journal.JournalTransaction;
import java.util.List;
import java.util.Optional;

/** Looks again at what could not go when its time came. */
abstract class KeptSweep implements Sweep {
  private final Cause cause;

  KeptSweep(Cause cause) {
    this.cause = cause;
  }

  /** Removes it, lets it go, or keeps it for another while: it is not due again after this. */
  abstract Removed.Page look(JournalTransaction tx, Cutoffs cutoffs, Kept kept);

  @Override
  public final Step page(JournalTransaction tx, Cutoffs cutoffs) {
    List<Kept> due = tx.expiry().kept(cause, cutoffs.now(), PAGE);
    Removed.Page removed = Removed.Page.NOTHING;
    int here = 0;
    while (here < due.size() && removed.bytes() < MOST_BYTES) {
      removed = removed.and(look(tx, cutoffs, due.get(here)));
      here++;
    }
    boolean all = here == due.size() && here < PAGE;
    return new Step(removed, all ? Optional.empty() : Optional.of(this));
  }
}
