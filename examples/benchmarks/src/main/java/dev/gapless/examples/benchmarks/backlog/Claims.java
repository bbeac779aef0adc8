// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.backlog;

import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.DueLane;
import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalView;
import dev.gapless.engine.journal.Rank;
import dev.gapless.examples.benchmarks.crm.PricedCrm;
import dev.gapless.examples.benchmarks.crm.PricedCrmProvider;
import dev.gapless.journal.sqlite.SqliteJournal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

/** What a dispatcher reads to fill one call: due lanes, their heads, the heads' items. */
final class Claims implements AutoCloseable {
  private static final int TIMES = 10;

  private final Journal journal;
  private final int crm;

  Claims(Path file) {
    journal = SqliteJournal.at(file).open(Clock.systemUTC());
    crm =
        journal.read(
            view -> Objects.requireNonNull(view.destinations().get(PricedCrmProvider.NAME)).id());
  }

  /** Microseconds for one, the mean of some. */
  double micros() {
    long start = System.nanoTime();
    for (int i = 0; i < TIMES; i++) {
      int found = journal.read(this::claim);
      if (found == 0) {
        throw new IllegalStateException("nothing is due");
      }
    }
    return (System.nanoTime() - start) / 1e3 / TIMES;
  }

  private int claim(JournalView view) {
    int found = 0;
    Instant now = Clock.systemUTC().instant();
    for (int share : view.dueShares(crm, now, Rank.LIVE, -1, 1)) {
      for (DueLane lane : view.dueLanes(crm, now, Rank.LIVE, share, PricedCrm.MOST_ROWS)) {
        for (DeliveryRow head : view.heads(crm, lane.lane(), 1)) {
          found += view.item(head.item()).state().isEmpty() ? 0 : 1;
        }
      }
    }
    return found;
  }

  @Override
  public void close() {
    journal.close();
  }
}
