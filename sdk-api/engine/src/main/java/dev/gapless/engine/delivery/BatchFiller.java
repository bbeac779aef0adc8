// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.Refusal;
import dev.gapless.api.crm.Entry;
import dev.gapless.engine.journal.DeliveryRow;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns candidates whose people are known into one call: what shares a lock with a call in flight
 * or waits for its person goes back, and with it whatever stands behind it in its lane.
 */
final class BatchFiller {
  private final Destination to;
  private final Set<String> locks;
  private final Set<Long> heldLanes = new HashSet<>();
  private final Map<Candidate, Entry> batch = new LinkedHashMap<>();
  private final Map<Candidate, Timeline> nowhere = new LinkedHashMap<>();
  private final Map<DeliveryRow, Refusal> broken = new LinkedHashMap<>();

  /**
   * @param locks receives the lock keys taken, to be given back after the call
   */
  BatchFiller(Destination to, Set<String> locks) {
    this.to = to;
    this.locks = locks;
  }

  void fill(List<Candidate> candidates, List<Timeline> timelines) {
    for (int i = 0; i < candidates.size(); i++) {
      place(candidates.get(i), timelines.get(i));
    }
  }

  private void place(Candidate candidate, Timeline timeline) {
    if (timeline instanceof Timeline.Of of) {
      add(candidate, candidate.entry(of.person()));
      return;
    }
    if (!(timeline instanceof Timeline.Park)) {
      heldLanes.add(candidate.row().lane());
    }
    if (!(timeline instanceof Timeline.Later)) {
      nowhere.put(candidate, timeline);
    }
  }

  private void add(Candidate candidate, Entry entry) {
    long lane = candidate.row().lane();
    if (heldLanes.contains(lane)) {
      return;
    }
    if (takesLocks(candidate, entry)) {
      batch.put(candidate, entry);
    } else {
      heldLanes.add(lane);
    }
  }

  private boolean takesLocks(Candidate candidate, Entry entry) {
    Set<String> keys;
    try {
      keys = to.adapter.lockKeys(entry);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      // This entry's trouble, not that of the others in the call.
      broken.put(candidate.row(), to.broken(Refusal.Scope.ENTRY, e));
      return false;
    }
    return to.claims.takeLocks(keys, locks, candidate.row());
  }

  Map<Candidate, Entry> batch() {
    return batch;
  }

  /** Whether there is anything to send or to note; if not, all of it goes back as it was. */
  boolean hasMoved() {
    return !batch.isEmpty() || !nowhere.isEmpty() || !broken.isEmpty();
  }

  /** What the adapter broke at. */
  Map<DeliveryRow, Refusal> broken() {
    return broken;
  }

  /** Candidates that must not be sent: each has to be set aside, or to wait. */
  Map<Candidate, Timeline> nowhere() {
    return nowhere;
  }
}
