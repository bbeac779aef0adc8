// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import java.util.ArrayList;
import java.util.Collection;
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
  private final Set<Long> lanes = new HashSet<>();
  private final Set<Long> deliveries = new HashSet<>();
  private final Set<String> locks = new HashSet<>();

  /** Lanes put back because a lock was taken; not offered again until that lock is free. */
  private final Map<String, List<Long>> putBack = new HashMap<>();

  /** How many lanes a look into the queue may meet that cannot be taken. */
  synchronized int busy() {
    return lanes.size() + putBack.values().stream().mapToInt(List::size).sum();
  }

  /** Takes up to {@code limit} of the lanes that nobody has. */
  synchronized List<Long> takeLanes(List<Long> offered, int limit) {
    Set<Long> waiting = new HashSet<>();
    putBack.values().forEach(waiting::addAll);
    List<Long> taken = new ArrayList<>();
    for (long lane : offered) {
      if (taken.size() < limit && !waiting.contains(lane) && lanes.add(lane)) {
        taken.add(lane);
      }
    }
    return taken;
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

  /** Takes all the lock keys or none; if none, the lane waits for the first that is taken. */
  synchronized boolean takeLocks(Set<String> wanted, Set<String> own, long lane) {
    for (String key : wanted) {
      if (locks.contains(key) && !own.contains(key)) {
        putBack.computeIfAbsent(key, taken -> new ArrayList<>()).add(lane);
        return false;
      }
    }
    locks.addAll(wanted);
    own.addAll(wanted);
    return true;
  }

  synchronized void release(Collection<Long> freedLanes, Set<String> freedLocks) {
    lanes.removeAll(freedLanes);
    for (String key : freedLocks) {
      locks.remove(key);
      putBack.remove(key);
    }
  }
}
