// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.engine.journal.Journal;
import dev.gapless.journal.contract.FreshView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two ways of making a backup that the README tells of. */
class BackupTest {
  @TempDir Path folder;
  private Path file;
  private Path copy;

  @BeforeEach
  void name() throws IOException {
    file = folder.resolve("gapless.db");
    copy = Files.createDirectory(folder.resolve("backup")).resolve("gapless.db");
  }

  @Test
  void aCopyMadeWhileTheEngineRunsIsWhole() throws SQLException {
    try (Journal journal = Filled.open(file)) {
      Filled.add(journal, 1, 200);
      vacuumInto();
      Filled.add(journal, 201, 300);
    }
    try (Journal restored = Filled.open(copy)) {
      Filled.assertWhole(restored, 200);
      Filled.add(restored, 201, 250);
      Filled.assertWhole(restored, 250);
    }
  }

  @Test
  void aCopyOfAllFilesOfAKilledEngineIsWhole() throws IOException {
    try (ChildJvm child = ChildJvm.start(CrashChild.class, file.toString(), "1")) {
      long acknowledged = Long.parseLong(child.line().orElseThrow());
      child.kill();
      for (String suffix : new String[] {"", "-wal", "-shm"}) {
        Path from = folder.resolve("gapless.db" + suffix);
        Files.copy(from, copy.resolveSibling("gapless.db" + suffix));
      }
      try (Journal restored = Filled.open(copy)) {
        assertThat(new FreshView(() -> restored).lastSequence())
            .isGreaterThanOrEqualTo(acknowledged);
      }
    }
  }

  private void vacuumInto() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("VACUUM INTO '" + copy + "'");
    }
  }
}
