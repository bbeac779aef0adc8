// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import static dev.gapless.journal.contract.Sample.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.engine.journal.JournalException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody with a shell, who does not ask for our lock. */
class OtherProgramTest {
  @TempDir Path folder;

  @Test
  void saysSoWhileAnotherProgramWritesAndGoesOnAfterwards() {
    Path file = folder.resolve("gapless.db");
    Filled.make(file);
    Database database = new Database(file, Limits.DEFAULT);
    try (Session session = database.writer();
        Session other = database.plain()) {
      session.run("PRAGMA busy_timeout = 0");
      Writer writer = new Writer(session, new WriteAheadLog(database));
      other.run("BEGIN IMMEDIATE");
      assertThatThrownBy(() -> writer.commit(tx -> tx.addReceipt("a", NOON, new byte[1])))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("another program is writing to the file");
      other.rollback();
      long id = writer.commit(tx -> tx.addReceipt("a", NOON, new byte[1]));
      assertThat(id).isEqualTo(Filled.CONTACTS + 1);
    }
  }
}
