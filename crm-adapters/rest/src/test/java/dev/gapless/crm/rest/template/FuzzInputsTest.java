// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What fuzzing once found, and what it began with. */
class FuzzInputsTest {
  @ParameterizedTest
  @MethodSource
  void template(Path input) throws IOException, TemplateException {
    TemplateFuzz.fuzzerTestOneInput(Files.readAllBytes(input));
  }

  static List<Path> template() throws IOException {
    try (Stream<Path> inputs = Files.list(Path.of("src/test/resources/fuzz/template"))) {
      return inputs.toList();
    }
  }
}
