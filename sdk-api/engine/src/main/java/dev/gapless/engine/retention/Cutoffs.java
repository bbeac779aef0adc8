// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.retention;

import dev.gapless.engine.policy.RetentionPolicy;
import java.time.Duration;
import java.time.Instant;

/** What is old at one moment. */
record Cutoffs(Instant now, RetentionPolicy policy) {
  /** From one look at what could not go to the next. */
  private static final Duration LOOK_AGAIN = Duration.ofDays(1);

  private static final Duration TWO_WEEKS = Duration.ofDays(14);

  Instant raw() {
    return now.minus(policy.raw());
  }

  Instant content() {
    return now.minus(policy.content());
  }

  Instant keys() {
    return now.minus(policy.keys());
  }

  /**
   * For ids of conversations. Their use is noted once a week, and that of the one which names the
   * conversation only when another's is.
   */
  Instant threads() {
    return keys().minus(TWO_WEEKS);
  }

  /** In the next run. */
  Instant soon() {
    return now.plusSeconds(1);
  }

  Instant again() {
    return now.plus(LOOK_AGAIN);
  }
}
