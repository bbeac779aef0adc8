// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * Lets entries wait a little for others, so that they share calls where calls are what costs: one
 * that is not full goes when its oldest entry has waited long enough, and one at a time. A full one
 * never waits. Thread-safe.
 */
final class Linger {
  private final Duration most;
  private Instant next = Instant.EPOCH;
  private boolean underWay;

  /**
   * @param most how long an entry waits for others; zero holds none
   */
  Linger(Duration most) {
    this.most = most;
  }

  boolean isOff() {
    return most.isZero();
  }

  /**
   * Whether a call that is not full is to wait; if not, it counts as under way until {@link
   * #ended()}.
   *
   * @param oldest when its oldest entry became due
   */
  synchronized boolean holds(Instant oldest, Instant now) {
    next = oldest.plus(most);
    if (underWay || next.isAfter(now)) {
      return true;
    }
    underWay = true;
    return false;
  }

  /** The call that was not full is over. */
  synchronized void ended() {
    underWay = false;
  }

  /** How long what was held last has to wait; zero if it need not. */
  synchronized Duration left(Instant now) {
    return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
  }
}
