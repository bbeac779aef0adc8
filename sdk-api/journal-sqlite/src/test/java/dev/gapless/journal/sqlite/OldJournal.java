// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a closed journal one that the second schema has written, with what that could hold. */
public final class OldJournal {
  private OldJournal() {}

  public static void makeOf(Path file) {
    Path today = file.resolveSibling("today.db");
    try {
      Files.move(file, today);
      copy(today, file);
      Files.delete(today);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path today, Path file) {
    try (Session session = new Database(file, Limits.DEFAULT).plain()) {
      new Schema(Schema.current().steps().subList(0, 2)).apply(session, 0);
      session.run("ATTACH '" + today + "' AS today");
      String tables =
          session.text("SELECT group_concat(name) FROM main.sqlite_master WHERE type = 'table'");
      for (String table : tables.split(",", -1)) {
        String columns =
            session.text("SELECT group_concat(name) FROM pragma_table_info('" + table + "')");
        session.run(
            "INSERT OR REPLACE INTO main.%s (%s) SELECT %s FROM today.%s"
                .formatted(table, columns, columns, table));
      }
      session.run("DELETE FROM mark WHERE name <> 'lane'");
      session.run("DELETE FROM state WHERE owner = 'gapless:retention'");
      session.run("DETACH today");
    }
  }
}
