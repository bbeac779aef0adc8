// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostFileTest {
  private static final URI ONE = URI.create("http://127.0.0.1:8085");
  private static final URI OTHER = URI.create("http://127.0.0.1:8095");

  @TempDir private Path folder;

  @Test
  void leavesWordAndTakesItBack() {
    HostFile.write(folder, ONE);
    assertThat(HostFile.read(folder)).contains(ONE);

    HostFile.remove(folder, ONE);
    assertThat(HostFile.read(folder)).isEmpty();
  }

  @Test
  void leavesTheWordOfALaterHostAlone() {
    HostFile.write(folder, ONE);
    HostFile.write(folder, OTHER);

    HostFile.remove(folder, ONE);

    assertThat(HostFile.read(folder)).contains(OTHER);
  }

  @Test
  void readsNothingFromAFileThatIsNone() throws IOException {
    Files.writeString(folder.resolve("host.json"), "{\"url\":\"no address\"}");
    assertThat(HostFile.read(folder)).isEmpty();

    Files.writeString(folder.resolve("host.json"), "{");
    assertThat(HostFile.read(folder)).isEmpty();
  }
}
