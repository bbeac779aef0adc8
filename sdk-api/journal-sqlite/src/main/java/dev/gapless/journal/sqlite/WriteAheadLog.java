// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.JournalException;
import java.io.File;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the log from growing without end. SQLite begins it anew only when nobody reads from it; if
 * reads overlap, that moment never comes by itself.
 */
final class WriteAheadLog {
  private static final Logger log = LoggerFactory.getLogger(SqliteJournal.class);
  private static final int PATIENCE_MILLIS = 250;

  /** While a read lasts and lasts, look in passing whether it has ended: every so many commits. */
  private static final int LOOK_AGAIN = 50;

  private final File file;
  private final long limit;
  private long nextWait;
  private int commits;

  WriteAheadLog(Database database) {
    file = Location.log(database.file()).toFile();
    limit = database.limits().logBytes();
    nextWait = limit;
  }

  /** Called after a commit. What goes wrong here takes nothing back, so it is only reported. */
  void bound(Session session) {
    long size = file.length();
    if (size <= limit) {
      nextWait = limit;
    } else if (size > nextWait) {
      nextWait = size + limit;
      if (!empty(session, PATIENCE_MILLIS)) {
        log.warn("{} has {} bytes: a long read keeps it from being emptied", file, size);
      }
    } else if (++commits % LOOK_AGAIN == 0) {
      empty(session, 0);
    }
  }

  /** Readers that come while this waits do without the log, so all that need it end. */
  private boolean empty(Session session, int waitMillis) {
    try {
      session.run("PRAGMA busy_timeout = " + waitMillis);
      boolean emptied = session.number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
      session.run("PRAGMA busy_timeout = " + Database.BUSY_MILLIS);
      return emptied;
    } catch (JournalException e) {
      log.warn("{} cannot be emptied", file, e);
      return false;
    }
  }
}
