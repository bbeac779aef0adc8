// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.engine.CatchUpReport;
import dev.gapless.engine.DeepAudit;
import dev.gapless.engine.Gapless;
import dev.gapless.journal.sqlite.ChildJvm;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL in the middle of reading back: nothing is lost, nothing twice, and it goes on there. */
class CatchUpKillTest {
  private static final int KILLS = Integer.getInteger("kills", 8);
  private static final long SEED = Long.getLong("seed", System.nanoTime());

  @TempDir Path folder;

  @Test
  void goesOnWhereTheLastProcessDied() {
    Path journal = folder.resolve("gapless.db");
    Random random = new Random(SEED);
    for (int kill = 0; kill < KILLS; kill++) {
      runAndKill(journal, random);
    }
    try (Gapless gapless = CatchUpVictim.open(journal, false)) {
      gapless.runDueWork();
      CatchUpReport report = gapless.catchUps().get(0);
      assertThat(report.running()).as("seed " + SEED).isFalse();
      assertThat(report.problem()).isEmpty();
      assertThat(gapless.audit().get(0).received()).isEqualTo(CatchUpVictim.CONTACTS);
      assertThat(gapless.deepAudit()).allMatch(DeepAudit::agrees);
      for (int n = 0; n < CatchUpVictim.CONTACTS; n++) {
        assertThat(gapless.trace(LineChannel.key("m" + n)).orElseThrow().events()).hasSize(1);
      }
    }
  }

  /** Lets it read a few more pages, or release for a moment, and kills it. */
  private static void runAndKill(Path journal, Random random) {
    try (ChildJvm child = ChildJvm.start(CatchUpVictim.class, journal.toString())) {
      int lines = 1 + random.nextInt(6);
      Optional<String> line = child.line();
      while (line.isPresent() && --lines > 0) {
        line = child.line();
      }
      child.kill();
    }
  }
}
