// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.salesforce;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Who holds which parent record. The platform lets a call wait up to ten seconds for a lock; here
 * it fails at once, so that every meeting of two calls is seen. Thread-safe.
 */
final class RowLocks {
  private final Set<String> held = new HashSet<>();
  private final AtomicLong meetings = new AtomicLong();

  /** Takes those parents that are free; the others are somebody else's for now. */
  synchronized Set<String> take(Set<String> wanted) {
    Set<String> taken = new HashSet<>(wanted);
    taken.removeAll(held);
    held.addAll(taken);
    return taken;
  }

  synchronized void release(Set<String> taken) {
    held.removeAll(taken);
  }

  void met() {
    meetings.incrementAndGet();
  }

  /** How many rows met a lock that another call held. */
  long meetings() {
    return meetings.get();
  }
}
