// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.Expiry.ThreadUse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the conversations lead that were met last. Only for the connection that writes: nobody else
 * changes what it remembers. To be forgotten when its transaction is rolled back.
 */
final class LaneMemory {
  private record Name(String scope, String conversation) {}

  private final Map<Name, ThreadUse> threads;

  /**
   * @param most how many are remembered; some 250 bytes each
   */
  LaneMemory(int most) {
    threads =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Name, ThreadUse> eldest) {
            return size() > most;
          }
        };
  }

  Optional<ThreadUse> thread(String scope, String conversation) {
    return Optional.ofNullable(threads.get(new Name(scope, conversation)));
  }

  void remember(ThreadUse thread) {
    threads.put(new Name(thread.scope(), thread.id()), thread);
  }

  void forget(String scope, String conversation) {
    threads.remove(new Name(scope, conversation));
  }

  void forget() {
    threads.clear();
  }
}
