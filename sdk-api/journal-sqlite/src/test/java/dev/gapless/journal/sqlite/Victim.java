// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

/** A {@link CrashChild} that is killed after some commits. */
final class Victim {
  private static final int MOST_COMMITS = 100;

  private Victim() {}

  /** Returns the last sequence that the child said was durable. */
  static long commitUntilKilled(Path file, Random random) {
    try (ChildJvm child =
        ChildJvm.start(CrashChild.class, file.toString(), Long.toString(random.nextLong()))) {
      long acknowledged = 0;
      for (int commit = 1 + random.nextInt(MOST_COMMITS); commit > 0; commit--) {
        acknowledged = Long.parseLong(child.line().orElseThrow());
      }
      child.kill();
      // What it said between our last look and its end.
      for (Optional<String> line = child.line(); line.isPresent(); line = child.line()) {
        acknowledged = Math.max(acknowledged, whole(line.get(), acknowledged));
      }
      return acknowledged;
    }
  }

  /** The kill may have cut the last line short, which then is a smaller number. */
  private static long whole(String line, long otherwise) {
    return line.isEmpty() ? otherwise : Long.parseLong(line);
  }
}
