// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.drain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.examples.benchmarks.Scratch;
import dev.gapless.examples.benchmarks.load.Mark;
import dev.gapless.examples.benchmarks.report.Figures;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrainBenchTest {
  @TempDir Path folder;

  @Test
  void drainsASmallBacklogInOrder() {
    Figures figures = DrainBench.run(Scratch.in(folder), new DrainBench.Size(100, 50, 8));

    assertThat(Double.parseDouble(figures.text("gapless_per_s"))).isPositive();
    assertThat(Double.parseDouble(figures.text("single_call_per_s"))).isPositive();
    // Two rounds of 50 conversations, and one question about 50 people.
    assertThat(Double.parseDouble(figures.text("crm_calls_per_1000"))).isLessThanOrEqualTo(200);
    assertThat(figures.text("order_violations")).isEqualTo("0");
  }

  @Test
  void countsWhatCameTooEarlyOrTwice() {
    assertThat(DrainBench.violations(marks(0, 1, 2, 3), 2)).isZero();
    assertThat(DrainBench.violations(marks(2, 1, 0, 3), 2)).isEqualTo(1);
    assertThat(DrainBench.violations(marks(0, 1, 1), 2)).isEqualTo(1);
  }

  private static List<Mark> marks(long... messages) {
    return java.util.Arrays.stream(messages).mapToObj(message -> new Mark(message, 0)).toList();
  }
}
