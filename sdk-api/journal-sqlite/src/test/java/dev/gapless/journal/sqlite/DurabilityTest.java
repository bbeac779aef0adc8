// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What kill -9 cannot show, but power loss would. */
class DurabilityTest {
  private static final int FULL = 2;
  private static final int INCREMENTAL = 2;

  @TempDir Path folder;

  @Test
  void everyCommitWaitsForTheDisk() {
    try (Session session = database().writer()) {
      assertThat(session.number("PRAGMA synchronous")).isEqualTo(FULL);
      assertThat(session.text("PRAGMA journal_mode")).isEqualTo("wal");
      assertThat(session.number("PRAGMA wal_autocheckpoint"))
          .isEqualTo(Limits.DEFAULT.checkpointPages());
    }
  }

  @Test
  void theFileIsMadeToShrinkLater() {
    try (Session session = database().writer()) {
      assertThat(session.number("PRAGMA auto_vacuum")).isEqualTo(INCREMENTAL);
      assertThat(session.number("PRAGMA page_size")).isEqualTo(4096);
    }
  }

  private Database database() {
    Path file = folder.resolve("gapless.db");
    SqliteJournal.at(file).open(Clock.systemUTC()).close();
    return new Database(file, Limits.DEFAULT);
  }
}
