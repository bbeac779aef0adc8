// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.DueLane;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is in flight towards one destination: lanes, deliveries and lock keys. All that delivery
 * keeps in memory; a crash forgets it without harm.
 */
final class Claims {
  /** With the share of each. */
  private final Map<Long, Integer> lanes = new HashMap<>();

  private final Set<Long> deliveries = new HashSet<>();
  private final Set<String> locks = new HashSet<>();

  /** Lanes put back because a lock was taken; not offered again until that lock is free. */
  private final Map<String, Map<Long, Integer>> putBack = new HashMap<>();

  /** The lanes that cannot be taken now, with the share of each. */
  synchronized Map<Long, Integer> busy() {
    Map<Long, Integer> busy = new HashMap<>(lanes);
    putBack.values().forEach(busy::putAll);
    return busy;
  }

  /** Takes lanes that are not busy. */
  synchronized void takeLanes(List<DueLane> free) {
    free.forEach(lane -> lanes.put(lane.lane(), lane.share()));
  }

  /**
   * Takes a delivery, which may be in flight under a lane that has since been joined to another.
   */
  synchronized boolean takeDelivery(long delivery) {
    return deliveries.add(delivery);
  }

  synchronized void releaseDelivery(long delivery) {
    deliveries.remove(delivery);
  }

  /** Takes all the lock keys or none; if none, its lane waits for the first that is taken. */
  synchronized boolean takeLocks(Set<String> wanted, Set<String> own, DeliveryRow row) {
    for (String key : wanted) {
      if (locks.contains(key) && !own.contains(key)) {
        putBack.computeIfAbsent(key, taken -> new HashMap<>()).put(row.lane(), row.share());
        return false;
      }
    }
    locks.addAll(wanted);
    own.addAll(wanted);
    return true;
  }

  synchronized void release(List<DueLane> freedLanes, Set<String> freedLocks) {
    freedLanes.forEach(lane -> lanes.remove(lane.lane()));
    for (String key : freedLocks) {
      locks.remove(key);
      putBack.remove(key);
    }
  }
}
