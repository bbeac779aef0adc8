// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.Journal;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it commits, again and again over one journal. */
class CrashTest {
  private static final int KILLS = Integer.getInteger("kills", 20);
  private static final long SEED = Long.getLong("seed", System.nanoTime());

  @TempDir Path folder;

  @Test
  void everyAcknowledgedRowIsThereAndNoGroupIsTorn() {
    Path file = folder.resolve("gapless.db");
    Random random = new Random(SEED);
    long checked = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      long acknowledged = Victim.commitUntilKilled(file, random);
      try (Journal journal = CrashChild.open(file)) {
        long from = checked;
        String when = "kill " + kill + ", seed " + SEED;
        checked = journal.<Long>read(view -> Survivors.check(view, from, acknowledged, when));
      }
    }
  }
}
