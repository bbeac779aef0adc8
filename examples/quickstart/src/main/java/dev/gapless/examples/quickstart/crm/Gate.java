// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Turns calls away before they are understood: the CRM is down, the token or a limit is. */
final class Gate {
  private final Tokens tokens;
  private final Supplier<Faults> faults;
  private final AtomicLong admitted = new AtomicLong();

  Gate(Tokens tokens, Supplier<Faults> faults) {
    this.tokens = tokens;
    this.faults = faults;
  }

  void pass(Call call) {
    Faults now = faults.get();
    if (now.outage() != Faults.Outage.NONE) {
      throw Rejection.of(503, "UNAVAILABLE", "the CRM is down");
    }
    if (call.isUnder("/api/")) {
      checkToken(call);
      checkLimits(now);
    }
  }

  private void checkToken(Call call) {
    if (call.token().filter(tokens::isValid).isEmpty()) {
      throw Rejection.of(401, "TOKEN_INVALID", "no token, or one that is not valid any more");
    }
  }

  private void checkLimits(Faults now) {
    if (now.quotaUsedUp()) {
      throw Rejection.of(403, "REQUEST_LIMIT_EXCEEDED", "the calls of the day are used up");
    }
    if (now.throttleEvery() > 0 && admitted.incrementAndGet() % now.throttleEvery() == 0) {
      throw new Rejection(Answer.error(429, "RATE_LIMIT", "too many calls").retryAfter("1"));
    }
  }
}
