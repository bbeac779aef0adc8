// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import static dev.gapless.journal.contract.Sample.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gapless.api.ItemKey;
import dev.gapless.engine.journal.EventRow;
import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalTransaction;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is stored never reaches an exception, in whatever way storing it fails. */
class SilenceTest {
  private static final String CANARY = "canary-4917012345678";
  private static final ItemKey KEY = new ItemKey("", "whatsapp", CANARY, "message", CANARY);

  @TempDir Path folder;

  @Test
  void noExceptionQuotesWhatIsStored() {
    try (Journal journal = Filled.open(folder.resolve("gapless.db"))) {
      store(journal, SilenceTest::everything);
      List<Consumer<JournalTransaction>> failing =
          List.of(
              tx -> tx.addItem(KEY, 1, 1),
              tx -> tx.addEvent(event()),
              tx -> tx.addDestination(CANARY, 0));
      for (Consumer<JournalTransaction> work : failing) {
        assertThat(trace(catchThrowable(() -> store(journal, work))))
            .contains("SQLITE_CONSTRAINT")
            .doesNotContain(CANARY)
            .doesNotContain("item.key");
      }
    }
  }

  @Test
  void noExceptionQuotesTheStatement() {
    Filled.make(folder.resolve("gapless.db"));
    try (Session session = new Database(folder.resolve("gapless.db"), Limits.DEFAULT).plain()) {
      Throwable failure =
          catchThrowable(() -> session.run("INSERT INTO nowhere VALUES ('" + CANARY + "')"));
      assertThat(trace(failure)).contains("SQLITE_ERROR").doesNotContain(CANARY);
      assertThat(trace(catchThrowable(() -> session.prepare("SELECT " + CANARY))))
          .contains("SQLITE_ERROR")
          .doesNotContain(CANARY);
    }
  }

  private static void everything(JournalTransaction tx) {
    tx.addDestination(CANARY, 0);
    tx.addReceipt(CANARY, NOON, new byte[1]);
    tx.addItem(KEY, 1, 1);
    tx.addEvent(event());
  }

  private static EventRow event() {
    return new EventRow(1, 1, CANARY, 1, CANARY, Optional.of(CANARY), true);
  }

  private static void store(Journal journal, Consumer<JournalTransaction> work) {
    journal.commit(
        tx -> {
          work.accept(tx);
          return true;
        });
  }

  private static String trace(Throwable failure) {
    StringWriter out = new StringWriter();
    failure.printStackTrace(new PrintWriter(out));
    return out.toString();
  }
}
