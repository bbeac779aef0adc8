// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.crm.Once;
import dev.gapless.engine.journal.Committer;
import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalTransaction;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * At start: a batch that was announced and has no outcome may have reached the CRM. The call may
 * have left at any moment until the process died, so its time counts from now.
 */
final class CrashRecovery {
  private static final int PAGE = 500;

  private final Destination to;
  private final Journal journal;
  private final Committer committer;
  private final Moves moves;
  private final Clock clock;

  CrashRecovery(Destination to, Journal journal, Committer committer, Moves moves, Clock clock) {
    this.to = to;
    this.journal = journal;
    this.committer = committer;
    this.moves = moves;
    this.clock = clock;
  }

  /** Returns how many deliveries were found in that state. */
  int run() {
    int all = 0;
    List<DeliveryRow> page = page();
    while (!page.isEmpty()) {
      List<DeliveryRow> rows = page;
      all +=
          committer.commit(
              rows.size(),
              tx -> {
                rows.forEach(row -> settle(tx, row));
                return rows.size();
              });
      page = page();
    }
    return all;
  }

  private List<DeliveryRow> page() {
    return journal.read(view -> view.announced(to.row.id(), PAGE));
  }

  private void settle(JournalTransaction tx, DeliveryRow row) {
    Instant now = clock.instant();
    boolean create = row.refs().entry().isEmpty();
    if (to.can.once() instanceof Once.Confirmed || !create) {
      moves.stay(tx, row.uncertain(now, now));
    } else if (to.can.once() instanceof Once.None) {
      moves.park(tx, row, to.doubt() + ": the process stopped while the call was on its way");
    } else {
      moves.stay(tx, row.untouched());
    }
  }
}
