// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The calls of a day and the long calls at one time. Thread-safe. */
final class Limits {
  private final long daily;
  private final int concurrent;
  private final AtomicLong used = new AtomicLong();
  private final AtomicInteger running = new AtomicInteger();

  /**
   * @param daily calls of 24 hours
   * @param concurrent calls in flight at one time
   */
  Limits(long daily, int concurrent) {
    this.daily = daily;
    this.concurrent = concurrent;
  }

  /** Admits a call, or refuses it as the platform does; what is refused is not counted. */
  void admit(boolean usedUp) {
    if (usedUp || used.get() >= daily) {
      throw new OrgError(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
    } else if (running.get() >= concurrent) {
      throw new OrgError(403, "REQUEST_LIMIT_EXCEEDED", "ConcurrentPerOrgLongTxn Limit exceeded.");
    }
    used.incrementAndGet();
    running.incrementAndGet();
  }

  void ended() {
    running.decrementAndGet();
  }

  /** Time goes by, and that many calls of yesterday no longer count. */
  void free(long calls) {
    used.updateAndGet(now -> Math.max(0, now - calls));
  }

  long used() {
    return used.get();
  }

  String header() {
    return "api-usage=" + used.get() + "/" + daily;
  }

  ObjectNode describe() {
    ObjectNode limits = OrgRecords.json();
    limits
        .putObject("DailyApiRequests")
        .put("Max", daily)
        .put("Remaining", Math.max(0, daily - used.get()));
    limits.putObject("DataStorageMB").put("Max", 10_000).put("Remaining", 9_000);
    return limits;
  }
}
