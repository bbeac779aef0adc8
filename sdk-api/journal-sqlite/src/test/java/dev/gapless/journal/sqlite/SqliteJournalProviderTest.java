// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.Secret;
import dev.gapless.api.config.Settings;
import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalOpenerProvider;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalProviderTest {
  @TempDir Path folder;

  @Test
  void isFoundByName() {
    assertThat(ServiceLoader.load(JournalOpenerProvider.class))
        .filteredOn(provider -> provider.name().equals("sqlite"))
        .hasSize(1);
  }

  @Test
  void opensTheFileItIsTold() {
    Path file = folder.resolve("deep/other.db");
    try (Journal journal = open(Map.of("path", Secret.of(file.toString())))) {
      assertThat(journal.location()).endsWith("other.db");
      assertThat(file).exists();
    }
  }

  @Test
  void refusesASecondOpenerAfterTheWaitItIsTold() {
    Map<String, Secret> settings =
        Map.of(
            "path",
            Secret.of(folder.resolve("gapless.db").toString()),
            "lock-wait",
            Secret.of("0s"));
    try (Journal journal = open(settings)) {
      assertThatThrownBy(() -> open(settings))
          .hasMessageContaining(journal.location())
          .hasMessageContaining("Waited 0 s");
    }
  }

  @Test
  void hasDefaultsForEverything() {
    Settings none = Settings.check("journal", new SqliteJournalProvider().options(), Map.of());
    assertThat(new SqliteJournalProvider().create(none)).hasToString("SqliteJournal[gapless.db]");
  }

  @Test
  void refusesANegativeWait() {
    assertThatThrownBy(() -> open(Map.of("lock-wait", Secret.of("PT-1S"))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("journal.lock-wait: must not be negative");
  }

  private static Journal open(Map<String, Secret> raw) {
    SqliteJournalProvider provider = new SqliteJournalProvider();
    return provider
        .create(Settings.check("journal", provider.options(), raw))
        .open(Clock.systemUTC());
  }
}
