// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.work;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait after the <em>n</em>th failure: exponential, bounded, with jitter so that what
 * failed together does not come back together.
 */
public final class Backoff {
  private static final double GROWTH = 2;
  private static final double JITTER = 0.5;

  private final IntervalFunction intervals;
  private final RandomGenerator random;

  public Backoff(Duration first, Duration longest, RandomGenerator random) {
    this.intervals =
        IntervalFunction.ofExponentialBackoff(first.toMillis(), GROWTH, longest.toMillis());
    this.random = random;
  }

  /** Between half and all of the interval of this failure, counted from 1. */
  public Duration after(int failure) {
    long whole = intervals.apply(Math.max(1, failure));
    return Duration.ofMillis((long) (whole * (1 - JITTER * random.nextDouble())));
  }

  /** The same, or as long as the other side asks for if that is longer. */
  public Duration after(int failure, Optional<Duration> asked) {
    Duration ours = after(failure);
    return asked.filter(theirs -> theirs.compareTo(ours) > 0).orElse(ours);
  }
}
