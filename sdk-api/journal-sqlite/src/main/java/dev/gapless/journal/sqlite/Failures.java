// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.JournalException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Says in plain words what SQLite reports in codes, with the remedy. SQLite's own messages are left
 * out, because they may quote what is stored.
 *
 * @param journal the file, for messages
 */
record Failures(Path journal) {

  /** What to throw for {@code failure}; a broken promise of the caller is its own kind. */
  RuntimeException of(SQLException failure) {
    SQLiteErrorCode code = code(failure);
    SQLException cause = withoutText(failure, code);
    if (primary(code) == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
      return new IllegalStateException("The journal has this row already: " + code.name(), cause);
    }
    return new JournalException(
        "Journal " + journal + ": " + explanation(code) + " (" + code.name() + ").", cause);
  }

  JournalException of(String problem) {
    return new JournalException("Journal " + journal + ": " + problem);
  }

  JournalException of(String problem, Throwable cause) {
    return new JournalException("Journal " + journal + ": " + problem, cause);
  }

  static SQLiteErrorCode code(SQLException failure) {
    return failure instanceof SQLiteException known
        ? known.getResultCode()
        : SQLiteErrorCode.getErrorCode(failure.getErrorCode());
  }

  /** What a result code means; <a href="https://sqlite.org/rescode.html">the codes</a>. */
  private static String explanation(SQLiteErrorCode code) {
    return switch (primary(code)) {
      case 5, 6 ->
          "another program is writing to the file. Close it; whoever makes a backup must only read";
      case 8 ->
          "the file or its folder is read-only. Let this user write to the folder, the file and"
              + " those beside it that end in -wal and -shm";
      case 10 ->
          "the disk reported an error. Look into the system's log and check the disk; what was"
              + " acknowledged is safe if the disk kept what it had confirmed";
      case 11, 26 ->
          "the file is damaged, or no SQLite file. Stop the application, keep the file, and restore"
              + " the last backup; `sqlite3 FILE .recover` reads what is left";
      case 13 ->
          "the disk is full. Free some space: nothing acknowledged is lost, and writing goes on by"
              + " itself";
      case 14 ->
          "the file cannot be opened. Check that this user may read and write it and its folder,"
              + " and that the limit of open files is not reached";
      case 18 -> "a value is larger than SQLite can store";
      default -> "SQLite failed unexpectedly; its result codes are at sqlite.org/rescode.html";
    };
  }

  private static int primary(SQLiteErrorCode code) {
    return code.code & 0xff;
  }

  private static SQLException withoutText(SQLException failure, SQLiteErrorCode code) {
    SQLException cause = new SQLException(code.name(), failure.getSQLState(), code.code);
    cause.setStackTrace(failure.getStackTrace());
    return cause;
  }
}
