// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.intake;

import java.time.Duration;

/**
 * How long and how hard.
 *
 * @param warmUp per side, before anything counts
 * @param slice how long a side is measured at a time, before it is the next one's turn
 * @param rounds how many turns each side has
 * @param connections how many webhooks are under way at once in the closed loop
 * @param idle how long one webhook a second is sent
 */
public record Plan(Duration warmUp, Duration slice, int rounds, int connections, Duration idle) {
  /** What the README's figures were taken with. */
  public static final Plan FULL =
      new Plan(Duration.ofSeconds(8), Duration.ofSeconds(2), 9, 64, Duration.ofSeconds(30));
}
