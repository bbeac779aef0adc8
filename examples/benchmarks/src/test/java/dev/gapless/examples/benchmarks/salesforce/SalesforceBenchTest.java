// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.examples.benchmarks.Scratch;
import dev.gapless.examples.benchmarks.load.Mark;
import dev.gapless.examples.benchmarks.report.Figures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalesforceBenchTest {
  @TempDir Path folder;

  @Test
  void deliversASmallBacklogAndLiveTrafficInOrder() {
    SalesforceBench.Size tiny = new SalesforceBench.Size(60, 100, Duration.ofMillis(200), 8);

    Figures figures = SalesforceBench.run(Scratch.in(folder), tiny);

    assertThat(figures.text("entries")).isEqualTo("60");
    assertThat(figures.text("order_violations")).isEqualTo("0");
    assertThat(number(figures, "calls_create")).isBetween(1.0, 60.0);
    assertThat(number(figures, "p95_ms")).isPositive();
    // Each person's look-up, each contact once, and again for each lock that it met.
    double single = number(figures, "single_calls_per_1000") * tiny.single() / 1_000;
    int people = new Conversations(tiny.single()).count();
    assertThat(single - number(figures, "single_lock_errors")).isEqualTo(people + tiny.single());
  }

  @Test
  void drawsConversationsOfTheStatedLengths() {
    Conversations conversations = new Conversations(20_000);
    int[] lengths = new int[conversations.count()];
    IntStream.range(0, 20_000).forEach(message -> lengths[conversations.of(message)]++);
    int[] sorted = IntStream.of(lengths).sorted().toArray();

    assertThat(sorted[sorted.length / 2]).isEqualTo(3);
    assertThat(sorted[sorted.length * 99 / 100]).isBetween(50, 72);
  }

  @Test
  void countsWhatCameTooEarlyOrTwice() {
    Conversations conversations = new Conversations(100);
    long first = 0;
    long next =
        LongStream.range(1, 100)
            .filter(message -> conversations.of(message) == conversations.of(first))
            .findFirst()
            .orElseThrow();

    assertThat(PricedOrg.violations(written(first, next), conversations)).isZero();
    assertThat(PricedOrg.violations(written(next, first), conversations)).isEqualTo(1);
    assertThat(PricedOrg.violations(written(first, first), conversations)).isEqualTo(1);
  }

  private static List<PricedOrg.Written> written(long... messages) {
    return LongStream.of(messages)
        .mapToObj(message -> new PricedOrg.Written(new Mark(message, 0), 0))
        .toList();
  }

  private static double number(Figures figures, String key) {
    return Double.parseDouble(figures.text(key));
  }
}
