// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.engine.journal.DueLane;
import dev.gapless.engine.journal.JournalView;
import dev.gapless.engine.journal.Rank;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The lanes of one destination that are due and can be taken. What is busy is looked over, so that
 * nothing free hides behind it.
 */
record FreeLanes(JournalView view, int destination, Instant now, Map<Long, Integer> busy) {
  private static final int BEFORE_ALL = -1;

  /** Up to {@code wanted}, from the shares in turn, starting with the one after {@code behind}. */
  List<DueLane> lanes(Rank rank, int behind, int wanted) {
    int all = wanted + new HashSet<>(busy.values()).size();
    return InTurn.take(
        shares(rank, behind, all), wanted, (share, many) -> lanesOf(rank, share, many));
  }

  /** Up to {@code wanted}, the urgent first, whosever turn it is. */
  List<DueLane> lanes(int wanted) {
    List<DueLane> lanes = new ArrayList<>();
    for (Rank rank : Rank.values()) {
      lanes.addAll(lanes(rank, BEFORE_ALL, wanted - lanes.size()));
    }
    return lanes;
  }

  private List<Integer> shares(Rank rank, int behind, int most) {
    List<Integer> shares = new ArrayList<>(view.dueShares(destination, now, rank, behind, most));
    if (shares.size() < most && behind > BEFORE_ALL) {
      view.dueShares(destination, now, rank, BEFORE_ALL, most - shares.size()).stream()
          .filter(share -> share <= behind)
          .forEach(shares::add);
    }
    return shares;
  }

  private List<DueLane> lanesOf(Rank rank, int share, int many) {
    int busyHere = Collections.frequency(busy.values(), share);
    return view.dueLanes(destination, now, rank, share, many + busyHere).stream()
        .filter(lane -> !busy.containsKey(lane.lane()))
        .limit(many)
        .toList();
  }
}
