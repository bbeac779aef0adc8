// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {
  @TempDir Path folder;

  @Test
  void saysWhichFolderAndWhichPropertyIfItCannotBeUnpacked() throws IOException {
    Path noFolder = Files.createFile(folder.resolve("no-folder"));
    try (ChildJvm child =
        ChildJvm.start(
            List.of("-Dorg.sqlite.tmpdir=" + noFolder),
            HoldingChild.class,
            folder.resolve("gapless.db").toString())) {
      assertThat(child.line())
          .hasValueSatisfying(
              line ->
                  assertThat(line)
                      .contains("native library")
                      .contains(noFolder.toString())
                      .contains("-Dorg.sqlite.tmpdir="));
    }
  }
}
