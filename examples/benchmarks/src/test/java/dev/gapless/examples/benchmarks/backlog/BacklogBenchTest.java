// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.examples.benchmarks.Scratch;
import dev.gapless.examples.benchmarks.report.Figures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacklogBenchTest {
  @TempDir Path folder;

  @Test
  void measuresJournalsOfSeveralSizes() {
    Figures figures =
        BacklogBench.run(
            Scratch.in(folder),
            new BacklogBench.Size(List.of(10, 400), 1, 8, Duration.ofMillis(300)));

    for (String key : List.of("append_ratio", "claim_ratio", "startup_ms_2m", "heap_mb_2m")) {
      assertThat(Double.parseDouble(figures.text(key))).isPositive();
    }
  }
}
