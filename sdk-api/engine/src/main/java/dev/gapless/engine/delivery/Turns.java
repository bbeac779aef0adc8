// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.engine.journal.DueLane;
import dev.gapless.engine.journal.JournalView;
import dev.gapless.engine.journal.Rank;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which due lanes go next towards one destination: the urgent before others, and among equally
 * urgent ones all shares in turn, of each what is due longest. Used by one thread at a time.
 */
final class Turns {
  /** One lane in so many goes to what is less urgent, so that no flood holds it up for ever. */
  static final int FOR_THE_REST = 8;

  private static final int NOBODY = -1;

  private final int destination;
  private final Map<Rank, Integer> servedLast = new EnumMap<>(Rank.class);

  /** Lanes taken that have not yet made one for the rest. */
  private final Map<Rank, Integer> saved = new EnumMap<>(Rank.class);

  Turns(int destination) {
    this.destination = destination;
  }

  /**
   * Up to {@code wanted} due lanes that are not busy.
   *
   * @param busy lanes that cannot be taken, with their shares
   */
  List<DueLane> next(JournalView view, Instant now, int wanted, Map<Long, Integer> busy) {
    FreeLanes free = new FreeLanes(view, destination, now, busy);
    List<DueLane> next = choose(free, List.of(Rank.values()), wanted);
    next.forEach(lane -> servedLast.put(lane.rank(), lane.share()));
    return next;
  }

  private List<DueLane> choose(FreeLanes free, List<Rank> ranks, int wanted) {
    Rank rank = ranks.get(0);
    List<Rank> rest = ranks.subList(1, ranks.size());
    List<DueLane> urgent = free.lanes(rank, servedLast.getOrDefault(rank, NOBODY), wanted);
    int left = Math.max(wanted - urgent.size(), save(rank, wanted));
    if (rest.isEmpty() || left == 0) {
      return urgent;
    }
    List<DueLane> others = choose(free, rest, left);
    int first = Math.min(urgent.size(), wanted - others.size());
    List<DueLane> chosen = new ArrayList<>(urgent.subList(0, first));
    chosen.addAll(others);
    return chosen;
  }

  /** How many of these lanes are for the rest; where calls are small, one in several calls is. */
  private int save(Rank rank, int wanted) {
    int sum = saved.getOrDefault(rank, 0) + wanted;
    saved.put(rank, sum % FOR_THE_REST);
    return sum / FOR_THE_REST;
  }
}
