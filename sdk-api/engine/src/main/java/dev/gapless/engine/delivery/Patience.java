// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.Refusal;
import dev.gapless.engine.policy.DeliveryPolicy;
import dev.gapless.engine.work.Backoff;
import java.time.Duration;

/** How often something refused is tried again, and how long it waits before. */
record Patience(DeliveryPolicy policy, Backoff backoff) {
  private static final int IN_A_STORM = 10;

  /** Locks and limits pass by themselves: a storm of them must not empty a lane into the parked. */
  boolean isOver(int attempts, Refusal refusal) {
    boolean storm =
        refusal.category() == Refusal.Category.LOCKED
            || refusal.category() == Refusal.Category.THROTTLED;
    return attempts >= (storm ? policy.attempts() * IN_A_STORM : policy.attempts());
  }

  /** How long to wait after this refusal, counted from 1: at least as long as the CRM asks for. */
  Duration after(int attempts, Refusal refusal) {
    return backoff.after(attempts, refusal.retryAfter());
  }
}
