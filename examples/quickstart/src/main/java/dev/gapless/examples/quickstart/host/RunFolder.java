// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.host;

import dev.gapless.examples.quickstart.console.ToldException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A folder for the files of one run: the demo CRM forgets, so each run begins a journal of its own.
 */
public final class RunFolder {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private RunFolder() {}

  /**
   * Makes a new folder, named after what runs and when.
   *
   * @throws ToldException if it cannot be made
   */
  public static Path make(Path below, String what, Instant now) {
    Path first = below.resolve(what + "-" + NAME.format(now));
    try {
      Files.createDirectories(below);
      return firstFree(first);
    } catch (IOException e) {
      throw new ToldException(
          "The folder " + first + " cannot be made: check the rights and the room on this disk");
    }
  }

  private static Path firstFree(Path first) throws IOException {
    Path folder = first;
    for (int i = 2; ; i++) {
      try {
        return Files.createDirectory(folder);
      } catch (FileAlreadyExistsException e) {
        folder = first.resolveSibling(first.getFileName() + "-" + i);
      }
    }
  }
}
