// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import dev.gapless.examples.quickstart.crm.Faults;
import java.time.Duration;

/** What the CRM is like. */
final class Weather {
  /** After this long the host gives a call up. */
  static final Duration READ_TIMEOUT = Duration.ofMillis(1_500);

  /** The longest run time of a call: ten seconds after the host gave it up. */
  static final Duration LONGEST_CALL = READ_TIMEOUT.plusSeconds(10);

  /** No call takes this long unless its commit is late. */
  static final Duration LONGEST_LATENCY = Duration.ofMillis(100);

  private static final Duration LOOKUP_LAG = Duration.ofSeconds(5);
  private static final Duration MARGIN = Duration.ofSeconds(3);

  /** What the CRM's administrator answers to "how late can a call still take effect?". */
  static final Duration VISIBLE_AFTER = LONGEST_CALL.plus(LOOKUP_LAG).plus(MARGIN);

  private Weather() {}

  /** Answers are cut off, commits come late, records are locked. */
  static Faults bad(Strategy strategy) {
    return calm(strategy).toBuilder()
        .dropAnswerRate(0.04)
        .lateCommitRate(0.02)
        .lateCommitMax(LONGEST_CALL)
        .lateUpdates(true)
        .lockRate(0.01)
        .latencyPerCall(Duration.ofMillis(8))
        .latencyPerRow(Duration.ofNanos(200_000))
        .build();
  }

  /** No more accidents; the CRM stays the kind of CRM it is. */
  static Faults calm(Strategy strategy) {
    return Faults.builder().unique(strategy.isUnique()).lookupLag(LOOKUP_LAG).build();
  }
}
