// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalException;
import dev.gapless.engine.journal.JournalOpener;
import dev.gapless.engine.journal.JournalTransaction;
import dev.gapless.engine.journal.JournalView;
import java.time.Clock;
import java.util.function.Function;

/** A real journal whose disk is full when the test says so: the work runs, the commit fails. */
final class FailingJournal implements JournalOpener {
  private final JournalOpener real;
  volatile boolean full;

  FailingJournal(JournalOpener real) {
    this.real = real;
  }

  @Override
  public Journal open(Clock clock) {
    Journal journal = real.open(clock);
    return new Journal() {
      @Override
      public <T> T commit(Function<JournalTransaction, T> work) {
        return journal.commit(
            tx -> {
              T result = work.apply(tx);
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
