// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import dev.gapless.http.graph.PagingFuzz;
import dev.gapless.http.media.AddressFuzz;
import dev.gapless.http.signature.SignatureFuzz;
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
  void signature(Path input) throws IOException {
    SignatureFuzz.fuzzerTestOneInput(Files.readAllBytes(input));
  }

  @ParameterizedTest
  @MethodSource
  void paging(Path input) throws IOException {
    PagingFuzz.fuzzerTestOneInput(Files.readAllBytes(input));
  }

  @ParameterizedTest
  @MethodSource
  void address(Path input) throws IOException {
    AddressFuzz.fuzzerTestOneInput(Files.readAllBytes(input));
  }

  static List<Path> signature() throws IOException {
    return inputs("signature");
  }

  static List<Path> paging() throws IOException {
    return inputs("paging");
  }

  static List<Path> address() throws IOException {
    return inputs("address");
  }

  private static List<Path> inputs(String target) throws IOException {
    try (Stream<Path> inputs = Files.list(Path.of("src/test/resources/fuzz", target))) {
      return inputs.toList();
    }
  }
}
