// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.call;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;

/** Counts calls by purpose and tells of them: each at DEBUG, a sum every 1,000 and at the end. */
final class CallLog {
  private static final int SUM_EVERY = 1_000;

  private final Logger log;
  private final Budget budget;
  private final Map<Purpose, Long> counts = new EnumMap<>(Purpose.class);
  private long all;

  CallLog(Logger log, Budget budget) {
    this.log = log;
    this.budget = budget;
  }

  synchronized void count(Purpose purpose) {
    counts.merge(purpose, 1L, Long::sum);
    if (++all % SUM_EVERY == 0) {
      sum();
    }
  }

  void answered(Purpose purpose, int status) {
    log.debug("{}: status {}; used of the day: {}", purpose.label(), status, budget.shown());
  }

  synchronized void sum() {
    log.info("{} calls so far: {}; used of the day: {}", all, byLabel(), budget.shown());
  }

  synchronized Map<String, Long> byLabel() {
    Map<String, Long> labels = new TreeMap<>();
    counts.forEach((purpose, count) -> labels.put(purpose.label(), count));
    return labels;
  }
}
