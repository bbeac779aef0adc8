// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.retention;

import dev.gapless.engine.journal.Expiry;
import dev.gapless.engine.journal.Expiry.ThreadUse;
import dev.gapless.engine.journal.JournalTransaction;
import java.util.List;
import java.util.Optional;

/** Ids of conversations that have surely not been used for as long as keys may be; their names. */
record OldThreads(Optional<ThreadUse> after) implements Sweep {
  OldThreads() {
    this(Optional.empty());
  }

  @Override
  public Step page(JournalTransaction tx, Cutoffs cutoffs) {
    Expiry expiry = tx.expiry();
    List<ThreadUse> threads = expiry.threads(after, PAGE);
    long old = expiry.cameBy(cutoffs.threads());
    Removed.Page removed = Removed.Page.NOTHING;
    for (ThreadUse thread : threads) {
      if (thread.used() <= old && !expiry.isQueued(thread.lane())) {
        expiry.removeThread(thread);
        removed = removed.and(Removed.Page.other());
      }
    }
    return new Step(
        removed,
        threads.size() == PAGE
            ? Optional.of(new OldThreads(Optional.of(threads.get(PAGE - 1))))
            : Optional.empty());
  }
}
