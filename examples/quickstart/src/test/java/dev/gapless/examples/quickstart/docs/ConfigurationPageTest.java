// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** To write the page anew: {@code mvn verify -Dgapless.docs=write}. */
class ConfigurationPageTest {
  private static final Path PAGE = Path.of("../../sdk-api/docs/configuration.md");

  @Test
  void isWhatTheCodeUnderstands() throws IOException {
    String generated = ConfigurationPage.generate();
    if ("write".equals(System.getProperty("gapless.docs"))) {
      Files.writeString(PAGE, generated, StandardCharsets.UTF_8);
    }
    assertThat(Files.readString(PAGE, StandardCharsets.UTF_8)).isEqualTo(generated);
  }
}
