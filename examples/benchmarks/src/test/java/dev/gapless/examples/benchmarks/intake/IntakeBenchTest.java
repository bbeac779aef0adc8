// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.examples.benchmarks.Scratch;
import dev.gapless.examples.benchmarks.latency.LatencyBench;
import dev.gapless.examples.benchmarks.report.Figures;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeBenchTest {
  private static final Duration BLINK = Duration.ofMillis(50);
  private static final Plan TINY = new Plan(BLINK, BLINK, 1, 2, Duration.ofSeconds(1));

  @TempDir Path folder;

  @Test
  void measuresLatencyUpToTheCrm() {
    Figures figures = LatencyBench.run(Scratch.in(folder), TINY, 100);

    assertThat(Long.parseLong(figures.text("count_half"))).isPositive();
    // A CRM's call takes 83 ms: faster would be a stopwatch that does not run.
    assertThat(Double.parseDouble(figures.text("p50_ms_half"))).isGreaterThanOrEqualTo(80);
    assertThat(figures.text("p95_ms_idle")).isNotEmpty();
  }
}
