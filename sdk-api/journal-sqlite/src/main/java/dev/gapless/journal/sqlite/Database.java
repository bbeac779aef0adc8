// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * Opens connections to the file.
 *
 * @param file where it is
 * @param limits for the write-ahead log
 */
record Database(Path file, Limits limits) {
  private static final int WRITER_CACHE_KIB = 65_536;
  private static final int READER_CACHE_KIB = 4_096;
  static final int BUSY_MILLIS = 5_000;

  /** For making or upgrading the file; what an upgrade moves is not left where it was. */
  Session plain() {
    Session session = connect(false);
    session.run("PRAGMA secure_delete = ON");
    return session;
  }

  /** The one connection that writes; every commit waits for the disk. */
  Session writer() {
    Session session = connect(false);
    session.run(
        """
        PRAGMA synchronous = FULL;
        PRAGMA secure_delete = ON;
        PRAGMA cache_size = -%d;
        PRAGMA wal_autocheckpoint = %d;
        """
            .formatted(WRITER_CACHE_KIB, limits.checkpointPages()));
    return session;
  }

  Session reader() {
    Session session = connect(true);
    session.run("PRAGMA cache_size = -" + READER_CACHE_KIB);
    return session;
  }

  Failures failures() {
    return new Failures(file);
  }

  private Session connect(boolean readOnly) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(readOnly);
    // A connection is used by one thread at a time, so SQLite need not see to that itself.
    config.setOpenMode(SQLiteOpenMode.NOMUTEX);
    config.setBusyTimeout(BUSY_MILLIS);
    // The driver would run a second statement after each INSERT; we never ask for its keys.
    config.setGetGeneratedKeys(false);
    try {
      Connection connection = config.createConnection("jdbc:sqlite:" + file);
      // Otherwise the driver tries a BEGIN of its own after each change, in vain within our
      // transactions.
      connection.setAutoCommit(false);
      Session session = new Session(connection, failures());
      // That began one; from here on we say when.
      session.run("COMMIT");
      return session;
    } catch (SQLException e) {
      throw failures().of(e);
    }
  }
}
