// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.examples.quickstart.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnyDefaultsTest {
  @TempDir private Path folder;

  @Test
  void writesTheSameBytesWhateverLocaleZoneAndCharset() throws IOException, InterruptedException {
    byte[] usual =
        normalized("usual", "-Duser.language=en", "-Duser.timezone=UTC", "-Dfile.encoding=UTF-8");
    byte[] unusual =
        normalized(
            "unusual",
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Duser.timezone=Pacific/Apia",
            "-Dfile.encoding=US-ASCII");

    assertThat(unusual).isEqualTo(usual);
    assertThat(new String(usual, StandardCharsets.UTF_8)).contains("Où en est", "📦", "שלום");
  }

  private byte[] normalized(String name, String... defaults)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of(defaults));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    words.addAll(List.of("normalize", "whatsapp", "payloads/whatsapp"));
    Path out = folder.resolve(name);
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve(name + ".err").toFile());
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(folder.resolve(name + ".err")).isEmptyFile();
    return Files.readAllBytes(out);
  }
}
