// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.work;

import java.time.Duration;

/**
 * How long an errand's hand sleeps when it found nothing to do.
 *
 * @param sound whether it sleeps on when there is news, because that changes nothing
 */
public record Nap(Duration length, boolean sound) {
  /** Ends early when there is news of work. */
  public static Nap light(Duration length) {
    return new Nap(length, false);
  }

  /** Ends when it is over, whatever comes meanwhile. */
  public static Nap sound(Duration length) {
    return new Nap(length, true);
  }
}
