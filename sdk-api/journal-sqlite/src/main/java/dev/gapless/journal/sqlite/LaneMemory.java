// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the conversations lead that were met last. Only for the connection that writes: nobody else
 * changes what it remembers. To be forgotten when its transaction is rolled back.
 */
final class LaneMemory {
  private record Name(String scope, String conversation) {}

  private final Map<Name, Long> lanes;

  /**
   * @param most how many are remembered; some 250 bytes each
   */
  LaneMemory(int most) {
    lanes =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Name, Long> eldest) {
            return size() > most;
          }
        };
  }

  Optional<Long> lane(String scope, String conversation) {
    return Optional.ofNullable(lanes.get(new Name(scope, conversation)));
  }

  void remember(String scope, String conversation, long lane) {
    lanes.put(new Name(scope, conversation), lane);
  }

  void forget() {
    lanes.clear();
  }
}
