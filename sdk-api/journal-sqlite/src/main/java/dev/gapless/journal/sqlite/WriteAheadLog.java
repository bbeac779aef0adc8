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

  /** So that a read that lasts and lasts does not hold up every commit. */
  private static final int COMMITS_BETWEEN = 32;

  private final File file;
  private final long limit;
  private int commitsToLetPass;
  private boolean told;
  private boolean wipe;

  WriteAheadLog(Database database) {
    file = Location.log(database.file()).toFile();
    limit = database.limits().logBytes();
  }

  /** Called after a commit. What goes wrong here takes nothing back, so it is only reported. */
  void bound(Session session) {
    if (!wipe && file.length() <= limit) {
      commitsToLetPass = 0;
      told = false;
    } else if (commitsToLetPass > 0) {
      commitsToLetPass--;
    } else if (empty(session)) {
      wipe = false;
    } else {
      commitsToLetPass = COMMITS_BETWEEN;
    }
  }

  /** Old pages in it hold what has been removed since, so it is emptied whatever its size. */
  void wipe() {
    wipe = true;
  }

  /** Readers that come while this waits do without the log; those that are in it must end. */
  private boolean empty(Session session) {
    try {
      session.run("PRAGMA busy_timeout = " + PATIENCE_MILLIS);
      boolean emptied = session.number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
      session.run("PRAGMA busy_timeout = " + Database.BUSY_MILLIS);
      if (!emptied && !told) {
        told = true;
        log.warn("{} has {} bytes: a long read keeps it from being emptied", file, file.length());
      }
      return emptied;
    } catch (JournalException e) {
      log.warn("{} cannot be emptied", file, e);
      return false;
    }
  }
}
