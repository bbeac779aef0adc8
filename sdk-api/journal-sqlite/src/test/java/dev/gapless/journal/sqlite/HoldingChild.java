// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Opens a journal, says so or why not, and holds it until it is killed. */
final class HoldingChild {
  private HoldingChild() {}

  public static void main(String[] arguments) throws IOException {
    try (Journal journal =
        SqliteJournal.at(Path.of(arguments[0])).lockWait(Duration.ZERO).open(Clock.systemUTC())) {
      System.out.println(journal.location().isEmpty() ? "nowhere" : "open");
      System.in.read();
    } catch (JournalException e) {
      System.out.println(e.getMessage());
    }
  }
}
