// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.Journal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * {@code mvn -Ppowerloss -Druns=N [-Dseed=S]}, for root on Linux: a process commits on a disk of
 * its own, is killed, and the disk is copied at once. Whatever it had acknowledged must be in the
 * copy. The copy is not atomic, and torn sectors are not modelled.
 */
final class PowerLoss {
  private static final int RUNS = Integer.getInteger("runs", 10);
  private static final long SEED = Long.getLong("seed", System.nanoTime());

  private PowerLoss() {}

  public static void main(String[] arguments) {
    Path scratch = Path.of(arguments[0]);
    if (!LoopDisk.canBeHad(scratch)) {
      System.out.println("power loss: needs root, mount and mkfs.ext4; nothing was tried");
      System.exit(2);
    }
    Random random = new Random(SEED);
    long acknowledged = 0;
    long lost = 0;
    for (int run = 1; run <= RUNS; run++) {
      Loss loss = once(scratch.resolve("disk.img"), random);
      acknowledged += loss.acknowledged();
      lost += loss.lost();
      System.out.printf(
          Locale.ROOT,
          "run %3d: %,7d acknowledged, %,7d there after the power came back, %d lost%n",
          run,
          loss.acknowledged(),
          loss.there(),
          loss.lost());
    }
    System.out.printf(
        Locale.ROOT,
        "power loss: %d runs, %,d contacts acknowledged, %d lost, seed %d%n",
        RUNS,
        acknowledged,
        lost,
        SEED);
    System.exit(lost == 0 ? 0 : 1);
  }

  private record Loss(long acknowledged, long there) {
    long lost() {
      return Math.max(0, acknowledged - there);
    }
  }

  private static Loss once(Path image, Random random) {
    Path copy = image.resolveSibling("after.img");
    long acknowledged;
    try (LoopDisk disk = LoopDisk.make(image)) {
      acknowledged = Victim.commitUntilKilled(disk.folder().resolve("gapless.db"), random);
      LoopDisk.copy(image, copy);
    }
    try (LoopDisk after = LoopDisk.mount(copy);
        Journal journal = CrashChild.open(after.folder().resolve("gapless.db"))) {
      long last = journal.<Long>read(view -> view.lastSequence());
      journal.read(view -> Survivors.check(view, 0, Math.min(last, acknowledged), "seed " + SEED));
      return new Loss(acknowledged, last);
    }
  }
}
