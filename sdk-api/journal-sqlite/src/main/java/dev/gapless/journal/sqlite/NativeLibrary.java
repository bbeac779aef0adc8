// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.JournalException;
import org.sqlite.SQLiteJDBCLoader;

/** SQLite itself, which the driver unpacks into a folder and loads from there. */
final class NativeLibrary {
  private NativeLibrary() {}

  static void load() {
    try {
      SQLiteJDBCLoader.initialize();
    } catch (Exception | LinkageError e) {
      throw new JournalException(
          "SQLite's native library could not be unpacked into "
              + folder()
              + " and loaded from"
              + " there. Set -Dorg.sqlite.tmpdir=FOLDER to a folder that this user can write to and"
              + " that is not mounted noexec",
          e);
    }
  }

  private static String folder() {
    return System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir", "?"));
  }
}
