// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.examples.benchmarks.Scratch;
import dev.gapless.examples.benchmarks.report.Figures;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NormaliseBenchTest {
  @TempDir Path folder;

  @Test
  void comparesASplitWithATree() {
    List<String> payloads = Payloads.of(Path.of(""));
    String text = payloads.stream().filter(one -> one.endsWith("text.json")).findFirst().get();

    Figures figures =
        NormaliseBench.run(Scratch.in(folder), new NormaliseBench.Size(50, 1), List.of(text));

    // A split reads the bytes too. How long either takes is up to the machine's other work.
    assertThat(Double.parseDouble(figures.text("median_bytes_ratio"))).isGreaterThan(0.5);
    assertThat(Double.parseDouble(figures.text("median_ratio"))).isPositive();
    assertThat(figures.text("worst_ratio")).isEqualTo(figures.text("median_ratio"));
    assertThat(figures.text("payloads")).isEqualTo("1");
  }

  @Test
  void takesThePayloadsOfEveryConnector() {
    List<String> payloads = Payloads.of(Path.of(""));
    assertThat(payloads).anyMatch(one -> one.startsWith("whatsapp="));
    assertThat(payloads).anyMatch(one -> one.startsWith("facebook="));
    assertThat(Payloads.name("whatsapp=/a/b-c.json")).isEqualTo("whatsapp_b_c");
  }
}
