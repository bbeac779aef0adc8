// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalException;
import dev.gapless.engine.journal.JournalOpener;
import dev.gapless.engine.journal.JournalTransaction;
import dev.gapless.engine.journal.JournalView;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.LongStream;

/** A real journal whose disk is full when the test says so: the work runs, the commit fails. */
final class FailingJournal implements JournalOpener {
  private final JournalOpener real;
  volatile boolean full;

  /** The process dies in this commit, counted from 1; 0 for never. */
  volatile int killAt;

  final AtomicInteger commits = new AtomicInteger();
  private Optional<Journal> opened = Optional.empty();

  FailingJournal(JournalOpener real) {
    this.real = real;
  }

  /** How many receipts there are, if few. */
  long receipts() {
    return opened
        .orElseThrow()
        .<Long>read(
            view -> LongStream.range(0, 100).filter(id -> view.receipt(id).isPresent()).count());
  }

  @Override
  public Journal open(Clock clock) {
    Journal journal = real.open(clock);
    opened = Optional.of(journal);
    return new Journal() {
      @Override
      public <T> T commit(Function<JournalTransaction, T> work) {
        return journal.commit(
            tx -> {
              T result = work.apply(tx);
              if (commits.incrementAndGet() == killAt) {
                throw new FakeCrm.Killed();
              }
              if (full) {
                throw new JournalException("disk full");
              }
              return result;
            });
      }

      @Override
      public <T> T read(Function<JournalView, T> work) {
        return journal.read(work);
      }

      @Override
      public String location() {
        return journal.location();
      }

      @Override
      public void close() {
        journal.close();
      }
    };
  }
}
