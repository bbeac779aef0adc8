// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LocationTest {
  @TempDir Path folder;

  @Test
  void makesTheFoldersItNeeds() {
    Path file = folder.resolve("a/b/gapless.db");
    try (Journal journal = open(file)) {
      assertThat(file).exists();
      assertThat(journal.location()).isEqualTo(Location.of(file).toString());
    }
  }

  @Test
  void copesWithOddNames() {
    for (String name : new String[] {"a b", "ü'\u0142", "x#%20", "x&y=1"}) {
      Path file = folder.resolve(name).resolve(name + ".db");
      open(file).close();
      assertThat(file).exists();
    }
  }

  @Test
  void refusesAFolder() {
    assertRefused(folder, "this is a folder");
  }

  @Test
  void refusesAFileInPlaceOfTheFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertRefused(file.resolve("gapless.db"), "its folder cannot be made");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void aLinkLeadsToTheSameLock() throws IOException {
    Path file = folder.resolve("gapless.db");
    Path link = folder.resolve("link.db");
    try (Journal journal = open(file)) {
      Files.createSymbolicLink(link, file);
      assertRefused(link, "in use by another engine");
      assertThat(journal.<Long>read(view -> view.lastSequence())).isZero();
    }
  }

  @Test
  void doesNotThrowAwayALogWhoseFileIsMissing() throws IOException {
    Path file = folder.resolve("gapless.db");
    Path log = Files.writeString(folder.resolve("gapless.db-wal"), "rows");
    assertRefused(file, "holds rows");
    Files.createFile(file);
    assertRefused(file, "holds rows");
    assertThat(log).hasContent("rows");
  }

  private static Journal open(Path file) {
    return SqliteJournal.at(file).lockWait(Duration.ZERO).open(Clock.systemUTC());
  }

  private static void assertRefused(Path file, String why) {
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining(why)
        .hasMessageContaining(file.getFileName().toString().replace("link.db", "gapless.db"));
  }
}
