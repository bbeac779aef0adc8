// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** The CRM's timer, which tells how many commits were late and whether some are yet to come. */
final class LateCommits extends ScheduledThreadPoolExecutor {
  private final LongAdder late = new LongAdder();

  LateCommits() {
    super(1, new Daemons("crm-timer"));
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    if (unit.toNanos(delay) > Weather.LONGEST_LATENCY.toNanos()) {
      late.increment();
    }
    return super.schedule(command, delay, unit);
  }

  /** How many commits came so late that it was no latency. */
  long count() {
    return late.sum();
  }

  /** Whether nothing will be committed any more that hangs now. */
  boolean allLanded() {
    return getQueue().isEmpty() && getActiveCount() == 0;
  }
}
