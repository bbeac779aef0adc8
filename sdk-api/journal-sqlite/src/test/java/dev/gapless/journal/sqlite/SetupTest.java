// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalException;
import dev.gapless.journal.contract.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T10:15:30.5Z"), ZoneOffset.UTC);
  private static final int NOW = Schema.current().version();
  private static final String COPY = "gapless.db.schema-" + NOW + ".2026-11-21T101530Z.bak";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("gapless.db");
  }

  @Test
  void marksTheFileAsOurs() throws SQLException {
    Filled.make(file);
    try (Session session = new Database(file, Limits.DEFAULT).plain()) {
      assertThat(session.number("PRAGMA application_id")).isEqualTo(0x47504C53);
      assertThat(session.number("PRAGMA user_version")).isEqualTo(NOW);
      assertThat(session.text("PRAGMA integrity_check")).isEqualTo("ok");
    }
  }

  @Test
  void takesAnEmptyFileForANewJournal() throws IOException {
    Files.createFile(file);
    Filled.make(file);
    try (Journal journal = Filled.open(file)) {
      Filled.assertWhole(journal, Filled.CONTACTS);
    }
  }

  @Test
  void startsAgainAfterACrashBeforeTheFirstTable() throws SQLException {
    sql("PRAGMA journal_mode = WAL");
    assertThat(file).isNotEmptyFile();
    Filled.make(file);
    try (Journal journal = Filled.open(file)) {
      Filled.assertWhole(journal, Filled.CONTACTS);
    }
  }

  @Test
  void refusesTheFileOfAnotherProgramAndLeavesItAlone() throws Exception {
    sql("CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)");
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(() -> Filled.open(file))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("another program")
        .hasMessageContaining("Use another file");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void refusesANewerSchemaAndLeavesItAlone() throws Exception {
    Filled.make(file);
    sql("PRAGMA user_version = " + (NOW + 1));
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(() -> Filled.open(file))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining(
            "newer release (schema %d; this one knows up to %d)".formatted(NOW + 1, NOW))
        .hasMessageContaining("Use that release again");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void upgradesAnOlderSchemaAndKeepsACopy() throws IOException {
    Filled.make(file);
    Schema newer = plus("CREATE TABLE later (a INTEGER) STRICT; INSERT INTO later VALUES (42);");
    try (Journal journal = Filled.at(file).schema(newer).open(CLOCK)) {
      Filled.assertWhole(journal, Filled.CONTACTS);
      Filled.add(journal, Filled.CONTACTS + 1, Filled.CONTACTS + 1);
    }
    try (Session session = new Database(file, Limits.DEFAULT).plain()) {
      assertThat(session.number("SELECT a FROM later")).isEqualTo(42);
      assertThat(session.number("PRAGMA user_version")).isEqualTo(NOW + 1);
    }
    assertThatThrownBy(() -> Filled.open(file)).hasMessageContaining("newer release");
    assertThat(names()).contains(COPY);
    Files.move(folder.resolve(COPY), folder.resolve("restored.db"));
    try (Journal journal = Filled.open(folder.resolve("restored.db"))) {
      Filled.assertWhole(journal, Filled.CONTACTS);
    }
  }

  @Test
  void upgradesAFileOfTheFirstSchema() throws SQLException {
    Schema first = new Schema(Schema.current().steps().subList(0, 1));
    Filled.at(file).schema(first).open(CLOCK).close();
    sql(
        """
        INSERT INTO delivery (destination, item, lane, position, state, due, attempts, written,
          announced, refs) VALUES (1, 2, 3, 4, 0, 5, 6, 0, 0, '');
        INSERT INTO lane_due (destination, lane, due) VALUES (1, 3, 5);
        """);
    try (Journal journal = Filled.open(file)) {
      assertThat(journal.<List<Long>>read(view -> view.held("line", "feed", 0, 1))).isEmpty();
      assertThat(journal.<List<Long>>read(view -> Sample.dueLanes(view, 1, CLOCK.instant(), 9)))
          .containsExactly(3L);
      assertThat(journal.<Integer>read(view -> view.heads(1, 3, 9).get(0).attempts())).isEqualTo(6);
    }
  }

  @Test
  void upgradesOnce() throws IOException {
    Filled.make(file);
    Schema newer = plus("CREATE TABLE later (a INTEGER) STRICT;");
    Filled.at(file).schema(newer).open(CLOCK).close();
    Filled.at(file).schema(newer).open(CLOCK).close();
    assertThat(names()).filteredOn(name -> name.endsWith(".bak")).hasSize(1);
  }

  @Test
  void anUpgradeThatFailsChangesNothing() {
    Filled.make(file);
    Schema broken = plus("CREATE TABLE later (a INTEGER) STRICT; INSERT INTO nowhere VALUES (1);");
    assertThatThrownBy(() -> Filled.at(file).schema(broken).open(CLOCK))
        .isInstanceOf(JournalException.class);
    try (Journal journal = Filled.open(file)) {
      Filled.assertWhole(journal, Filled.CONTACTS);
    }
    try (Session session = new Database(file, Limits.DEFAULT).plain()) {
      assertThat(session.number("SELECT count(*) FROM sqlite_schema WHERE name = 'later'"))
          .isZero();
    }
  }

  private static Schema plus(String step) {
    List<String> steps = new ArrayList<>(Schema.current().steps());
    steps.add(step);
    return new Schema(steps);
  }

  private void sql(String script) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(script);
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).toList();
    }
  }
}
