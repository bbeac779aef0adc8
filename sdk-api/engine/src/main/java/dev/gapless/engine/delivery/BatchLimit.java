// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

/**
 * How many entries one call may carry: halved when a CRM refuses the call, one after an outage, and
 * grown back by success, so that a CRM just back on its feet is not run over by the backlog.
 */
final class BatchLimit {
  private final int most;
  private int now;

  BatchLimit(int most) {
    this.most = most;
    this.now = most;
  }

  synchronized int now() {
    return now;
  }

  synchronized void refused(int entries) {
    now = Math.max(1, Math.min(now, entries / 2));
  }

  synchronized void afterOutage() {
    now = 1;
  }

  synchronized void accepted() {
    now = Math.min(most, now * 2);
  }
}
