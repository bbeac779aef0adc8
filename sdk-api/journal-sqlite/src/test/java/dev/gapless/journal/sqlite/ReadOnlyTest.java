// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gapless.engine.journal.JournalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadOnlyTest {
  @TempDir Path folder;
  private Path data;
  private Path file;

  @BeforeEach
  void make() throws IOException {
    data = Files.createDirectory(folder.resolve("data"));
    file = data.resolve("gapless.db");
  }

  @AfterEach
  void letThemBeDeleted() throws Exception {
    for (Path path : List.of(data, file)) {
      path.toFile().setWritable(true);
      immutable(path, "-i");
    }
  }

  @Test
  void refusesAReadOnlyFolder() throws Exception {
    makeReadOnly(data);
    assertThatThrownBy(() -> Filled.open(file))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("gapless.db.lock")
        .hasMessageContaining("Let this user write to it and its folder");
  }

  @Test
  void refusesAReadOnlyFileWhenItIsOpened() throws Exception {
    Filled.make(file);
    makeReadOnly(file);
    assertThatThrownBy(() -> Filled.open(file))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("gapless.db")
        .hasMessageContaining("read-only");
  }

  /** Permissions do not bind an administrator, who needs the stronger means. */
  private static void makeReadOnly(Path path) throws Exception {
    path.toFile().setWritable(false);
    if (Files.isWritable(path)) {
      immutable(path, "+i");
    }
    assumeTrue(!canWrite(path), "nothing here makes a file read-only for this user");
  }

  private static boolean canWrite(Path path) throws IOException {
    try {
      if (Files.isDirectory(path)) {
        Files.delete(Files.createTempFile(path, "probe", ""));
      } else {
        Files.newByteChannel(path, StandardOpenOption.WRITE).close();
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void immutable(Path path, String flag) throws Exception {
    try {
      new ProcessBuilder("chattr", flag, path.toString())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      // No such command on this system: permissions have to do.
      assumeTrue(flag.equals("-i") || !Files.isWritable(path));
    }
  }
}
