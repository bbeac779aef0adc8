// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;

/** What SQLite does at best with the same settings: one row per contact, with a unique key. */
final class Floor implements AutoCloseable {
  private final Random random = new Random(7);
  private final Session session;
  private final Sql begin;
  private final Sql insert;
  private final Sql commit;
  private long rows;

  Floor(Path file) {
    Database database = new Database(file, Limits.DEFAULT);
    session = database.writer();
    session.text("PRAGMA journal_mode = WAL");
    session.run(
        "CREATE TABLE row (id INTEGER PRIMARY KEY, key TEXT UNIQUE, at INTEGER, body BLOB)");
    begin = session.sql("BEGIN IMMEDIATE");
    insert = session.sql("INSERT INTO row (key, at, body) VALUES (?, ?, ?)");
    commit = session.sql("COMMIT");
  }

  JournalLoad.Cost append(int group, int commits) {
    return JournalLoad.times(commits, group, () -> append(group));
  }

  private void append(int group) {
    begin.run();
    for (int i = 0; i < group; i++) {
      byte[] body = new byte[JournalLoad.BODY_BYTES];
      random.nextBytes(body);
      insert.run(JournalLoad.key(++rows).canonical(), Instant.EPOCH.plusSeconds(rows), body);
    }
    commit.run();
  }

  @Override
  public void close() {
    session.close();
  }
}
