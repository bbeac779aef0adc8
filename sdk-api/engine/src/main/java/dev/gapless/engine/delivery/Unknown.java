// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.Party;
import dev.gapless.engine.journal.DeliveryRow;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who has to be asked for. Those tried before are asked for among themselves: somebody the CRM
 * fails at spoils nobody else's question for long.
 */
final class Unknown {
  private final Map<Party, Instant> due = new LinkedHashMap<>();
  private final Set<Party> tried = new HashSet<>();

  void add(Party party, DeliveryRow row) {
    due.merge(party, row.due(), (one, other) -> one.isBefore(other) ? one : other);
    if (row.lastTried().isPresent()) {
      tried.add(party);
    }
  }

  /**
   * Who shares the next question, the one due longest first; nobody if all may wait for others.
   *
   * @param ripe who became due by then waits for nobody
   * @param most how many of those tried before may share one
   */
  List<Party> next(Instant ripe, int most) {
    List<Party> again = group(true, ripe);
    return again.isEmpty() ? group(false, ripe) : again.stream().limit(most).toList();
  }

  private List<Party> group(boolean again, Instant ripe) {
    List<Map.Entry<Party, Instant>> group =
        due.entrySet().stream()
            .filter(one -> wasTried(one.getKey()) == again)
            .sorted(Map.Entry.comparingByValue())
            .toList();
    return group.stream().allMatch(one -> one.getValue().isAfter(ripe))
        ? List.of()
        : group.stream().map(Map.Entry::getKey).toList();
  }

  boolean wasTried(Party party) {
    return tried.contains(party);
  }
}
