// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.retention;

import dev.gapless.engine.journal.EventRow;
import dev.gapless.engine.journal.Expiry;
import dev.gapless.engine.journal.Expiry.Milestone;
import dev.gapless.engine.journal.JournalTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes when what had come. The clock may be set back: a milestone is never earlier than the one
 * before, so that nothing seems older than it is.
 */
final class Milestones implements Sweep {
  private static final Logger log = LoggerFactory.getLogger(Milestones.class);
  private static final Duration FAR = Duration.ofDays(1);

  @Override
  public Step page(JournalTransaction tx, Cutoffs cutoffs) {
    Expiry expiry = tx.expiry();
    Optional<Milestone> last = expiry.lastMilestone();
    Instant newest = last.map(Milestone::at).orElse(Instant.EPOCH);
    Instant now = cutoffs.now().isAfter(newest) ? cutoffs.now() : newest;
    if (newest.isAfter(cutoffs.now().plus(FAR))) {
      log.warn(
          "retention: the clock was at {} before and is at {} now; until it is there again nothing"
              + " grows old. See privacy.md, \"The clock\"",
          newest,
          cutoffs.now());
    }
    long sequence = tx.lastSequence();
    if (last.filter(one -> one.sequence() == sequence).isEmpty()) {
      // The process may have stood still since the last event came. Before the first milestone
      // nobody knows what else had come by then.
      Instant came =
          last.flatMap(one -> cameAt(tx, sequence))
              .filter(at -> at.isAfter(newest) && !at.isAfter(now))
              .orElse(now);
      expiry.addMilestone(new Milestone(came, sequence));
    }
    expiry.addMilestone(new Milestone(now, sequence));
    expiry.dropMilestones(cutoffs.threads());
    return new Step(Removed.Page.NOTHING, Optional.empty());
  }

  /** Not of an event that was read from an older receipt. */
  private static Optional<Instant> cameAt(JournalTransaction tx, long sequence) {
    return tx.expiry().events(sequence - 1, sequence, 1).stream()
        .map(EventRow::receipt)
        .filter(receipt -> tx.expiry().addedLater(receipt) == 0)
        .findFirst()
        .flatMap(tx.expiry()::receivedAt);
  }
}
