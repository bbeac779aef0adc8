// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.Option;
import dev.gapless.api.config.Settings;
import dev.gapless.engine.journal.JournalOpener;
import dev.gapless.engine.journal.JournalOpenerProvider;
import java.util.List;

/** Makes {@link SqliteJournal}s from configuration, under the name {@code sqlite}. */
public final class SqliteJournalProvider implements JournalOpenerProvider {
  private static final String PATH = "path";
  private static final String LOCK_WAIT = "lock-wait";

  /** For {@link java.util.ServiceLoader}. */
  public SqliteJournalProvider() {}

  @Override
  public String name() {
    return "sqlite";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.withDefault(
            PATH,
            Option.Type.PATH,
            "gapless.db",
            "The file, on a local disk; made with its folder if it is not there."),
        Option.withDefault(
            LOCK_WAIT,
            Option.Type.DURATION,
            SqliteJournal.DEFAULT_LOCK_WAIT.toSeconds() + "s",
            "How long to wait for another process that owns the file, as in a rolling restart."));
  }

  @Override
  public JournalOpener create(Settings settings) {
    SqliteJournal journal = SqliteJournal.at(settings.path(PATH));
    try {
      return journal.lockWait(settings.duration(LOCK_WAIT));
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(
          settings.place() + "." + LOCK_WAIT + ": must not be negative");
    }
  }
}
