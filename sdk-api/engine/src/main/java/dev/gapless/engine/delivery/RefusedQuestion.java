// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.Delivery;
import dev.gapless.api.Refusal;
import dev.gapless.engine.journal.Committer;
import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.JournalTransaction;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * What becomes of those about whom the CRM was asked in vain. Nothing was sent for them; others go
 * first, and what the CRM fails at whenever it is asked about it alone is parked in the end.
 */
final class RefusedQuestion {
  private final Destination to;
  private final Committer committer;
  private final Moves moves;
  private final Clock clock;

  RefusedQuestion(Destination to, Committer committer, Moves moves, Clock clock) {
    this.to = to;
    this.committer = committer;
    this.moves = moves;
    this.clock = clock;
  }

  /**
   * @param together how many shared the question; one alone may be what the CRM fails at
   */
  void settle(List<Candidate> about, int together, Refusal refusal) {
    boolean connection = refusal.scope() == Refusal.Scope.CONNECTION;
    tellGate(refusal, connection);
    if (!connection && together > 1) {
      to.limit.refused(together);
    }
    if (!connection || isNoAnswer(refusal)) {
      committer.commit(
          about.size(),
          tx -> {
            about.forEach(one -> later(tx, one, together == 1, refusal));
            return about.size();
          });
    }
  }

  private void tellGate(Refusal refusal, boolean connection) {
    if (connection) {
      to.gate.refused(refusal);
    } else if (isNoAnswer(refusal)) {
      to.gate.unanswered();
    } else {
      to.gate.readable();
    }
  }

  /** Of a token, a budget or a right the CRM is sure; a failure may be of this question alone. */
  private static boolean isNoAnswer(Refusal refusal) {
    return refusal.category() == Refusal.Category.OUTAGE
        || refusal.category() == Refusal.Category.TRANSIENT;
  }

  private void later(JournalTransaction tx, Candidate candidate, boolean alone, Refusal refusal) {
    DeliveryRow row = moves.current(tx, candidate);
    if (row.state() != Delivery.State.WAITING || row.isInDoubt() != candidate.row().isInDoubt()) {
      // Another call has settled it since it was read.
      return;
    }
    boolean itsOwn = alone && isItsOwn(row, refusal);
    int attempts = row.attempts() + (itsOwn ? 1 : 0);
    if (itsOwn && to.patience.isOver(attempts, refusal)) {
      moves.park(tx, row, reason(row, attempts, refusal));
    } else {
      Instant now = clock.instant();
      moves.stay(tx, row.later(now.plus(to.patience.after(attempts + 1, refusal)), attempts, now));
    }
  }

  private boolean isItsOwn(DeliveryRow row, Refusal refusal) {
    return refusal.scope() != Refusal.Scope.CONNECTION || moves.isItsOwnFault(row);
  }

  private String reason(DeliveryRow row, int attempts, Refusal refusal) {
    String question =
        row.isInDoubt() ? to.doubt() + ": no look-up shows whether" : "nobody says whose it is";
    return "gave up after " + attempts + " attempts; " + question + "; " + refusal.summary();
  }
}
