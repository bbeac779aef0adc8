// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * Lets entries wait a little for others, so that they share calls where calls are what costs. A
 * call that is not full goes when its oldest entry has waited long enough; a full one waits for no
 * other entry. Calls go one after another, so that each can carry the next entry of the
 * conversations that need the most calls; what goes beside it would leave those behind.
 * Thread-safe.
 */
final class Linger {
  private final Duration most;
  private Instant next = Instant.EPOCH;
  private int underWay;

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
   * Whether a call may be put together now; if so, it counts as under way until {@link #ended()}.
   *
   * @param beside also while others are under way
   */
  synchronized boolean begins(boolean beside) {
    boolean begins = beside || underWay == 0;
    underWay += begins ? 1 : 0;
    return begins;
  }

  /** A call that had begun is over, or there was none to make. */
  synchronized void ended() {
    underWay--;
  }

  /**
   * Whether a call that is not full is to wait.
   *
   * @param oldest when its oldest entry became due
   */
  synchronized boolean holds(Instant oldest, Instant now) {
    next = oldest.plus(most);
    return next.isAfter(now);
  }

  /** What became due by then has waited long enough. */
  Instant ripe(Instant now) {
    return now.minus(most);
  }

  /** How long what was held last has to wait; zero if it need not. */
  synchronized Duration left(Instant now) {
    return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
  }
}
