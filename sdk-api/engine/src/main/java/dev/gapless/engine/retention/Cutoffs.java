// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.retention;

import dev.gapless.engine.policy.RetentionPolicy;
import java.time.Duration;
import java.time.Instant;

/** What is old at one moment. */
record Cutoffs(Instant now, RetentionPolicy policy) {
  /** From one look at what could not go to the next. */
  private static final Duration LOOK_AGAIN = Duration.ofDays(1);

  Instant raw() {
    return now.minus(policy.raw());
  }

  Instant content() {
    return now.minus(policy.content());
  }

  Instant keys() {
    return now.minus(policy.keys());
  }

  /** In the next run. */
  Instant soon() {
    return now.plusSeconds(1);
  }

  Instant again() {
    return now.plus(LOOK_AGAIN);
  }
}
