// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import java.time.Duration;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Chance, from one generator for the whole CRM, so that a seed repeats a run. Thread-safe. */
public final class Dice {
  private final RandomGenerator random;

  public Dice(RandomGenerator random) {
    this.random = random;
  }

  public synchronized boolean hits(double rate) {
    return rate > 0 && random.nextDouble() < rate;
  }

  /** A moment within the span; more than nothing, at most the whole. */
  public synchronized Duration within(Duration span) {
    return span.isZero() ? span : Duration.ofNanos(random.nextLong(span.toNanos()) + 1);
  }

  public synchronized String token() {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
