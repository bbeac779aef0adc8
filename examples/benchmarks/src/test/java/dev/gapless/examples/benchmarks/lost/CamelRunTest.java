// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.lost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CamelRunTest {
  @Test
  void countsWhatAQueueInMemoryLoses() throws IOException {
    try (CamelRun run = new CamelRun(1)) {
      long lost = run.lost();

      assertThat(run.acknowledged()).isPositive();
      assertThat(lost).isLessThan(run.acknowledged());
    }
  }

  @Test
  void losesNothingUnlessItIsKilled() throws IOException {
    try (CamelRun run = new CamelRun(0)) {
      assertThat(run.lost()).isZero();
      assertThat(run.acknowledged()).isPositive();
    }
  }
}
