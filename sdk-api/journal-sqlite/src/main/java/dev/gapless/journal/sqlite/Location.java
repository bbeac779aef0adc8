// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.JournalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the file is, once its folder is there and nothing else is in its place. */
final class Location {
  private Location() {}

  /** The one true path, so that a link leads to the same lock as the file itself. */
  static Path of(Path given) {
    Path path = given.toAbsolutePath().normalize();
    Path folder = path.getParent();
    if (folder == null || Files.isDirectory(path)) {
      throw new Failures(path)
          .of("this is a folder. Name a file in it, as " + path.resolve("gapless.db"));
    }
    try {
      Files.createDirectories(folder);
      Path real =
          Files.exists(path) ? path.toRealPath() : folder.toRealPath().resolve(path.getFileName());
      return withItsLog(real);
    } catch (IOException e) {
      throw new Failures(path)
          .of("its folder cannot be made or read. Make it, writable for this user", e);
    }
  }

  /** Without its file, SQLite would throw away a log that holds acknowledged rows. */
  private static Path withItsLog(Path file) {
    if (file.toFile().length() == 0 && log(file).toFile().length() > 0) {
      throw missing(file);
    }
    return file;
  }

  private static JournalException missing(Path file) {
    return new Failures(file)
        .of(
            "the file is missing or empty, but its log "
                + log(file)
                + " holds rows. Put the file"
                + " back, or move the log away to begin a new journal");
  }

  static Path log(Path file) {
    return file.resolveSibling(file.getFileName() + "-wal");
  }
}
