// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.contract;

import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalOpener;
import dev.gapless.engine.journal.JournalTransaction;
import dev.gapless.engine.journal.JournalView;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What every journal must do; one subclass per group of questions. */
public abstract class JournalContract {
  @TempDir Path folder;

  protected Journal journal;

  /** Every question in a read of its own. */
  protected final JournalView current = new FreshView(() -> journal);

  /** The same journal whenever the folder is the same. */
  protected abstract JournalOpener opener(Path folder);

  @BeforeEach
  final void open() {
    journal = opener(folder).open(Clock.systemUTC());
  }

  @AfterEach
  final void close() {
    journal.close();
  }

  protected final void reopen() {
    close();
    open();
  }

  protected final void commit(Consumer<JournalTransaction> work) {
    journal.commit(
        tx -> {
          work.accept(tx);
          return true;
        });
  }
}
