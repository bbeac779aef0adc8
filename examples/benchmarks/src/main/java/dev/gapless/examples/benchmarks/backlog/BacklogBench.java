// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.backlog;

import dev.gapless.engine.Gapless;
import dev.gapless.examples.benchmarks.Folders;
import dev.gapless.examples.benchmarks.crm.PricedCrm;
import dev.gapless.examples.benchmarks.load.Load;
import dev.gapless.examples.benchmarks.load.Traffic;
import dev.gapless.examples.benchmarks.process.Server;
import dev.gapless.examples.benchmarks.report.Figures;
import dev.gapless.examples.benchmarks.report.Median;
import dev.gapless.examples.benchmarks.side.GaplessSide;
import dev.gapless.examples.benchmarks.side.Sides;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether what waits makes anything slower. The journals of all sizes are there at once and take
 * turns, so that a busy moment of the machine meets all alike.
 */
public final class BacklogBench {
  private static final String DATA = "backlog";
  private static final String HEAP = "-Xmx128m";
  private static final int CONTACTS_PER_CONVERSATION = 4;

  /**
   * How much.
   *
   * @param waiting the sizes, smallest first
   * @param rounds turns each has
   * @param appended contacts appended a turn
   * @param delivering how long the largest delivers before its heap is looked at
   */
  public record Size(List<Integer> waiting, int rounds, int appended, Duration delivering) {
    /** As issue and README state it. */
    public static final Size FULL =
        new Size(List.of(1_000, 100_000, 2_000_000), 15, 256, Duration.ofSeconds(10));
  }

  private final Size size;
  private final Path data;
  private final Figures out = new Figures(DATA);

  private BacklogBench(Size size, Path data) {
    this.size = size;
    this.data = data;
  }

  public static Figures run(Folders folders, Size size) {
    BacklogBench bench = new BacklogBench(size, folders.fresh(DATA));
    bench.append();
    bench.claim();
    bench.startUp();
    bench.heap();
    folders.discard(DATA);
    return bench
        .out
        .condition("Waiting: " + size.waiting() + " contacts, four to a conversation, CRM down.")
        .condition("append_us: a contact by webhook, 32 callers; claim_us: the heads of 200 lanes")
        .condition(
            "with their items. Medians of " + size.rounds() + " turns, the journals in turn;")
        .condition("ratios: largest to smallest, turn by turn.")
        .condition("start-up: from nothing to an engine that takes webhooks.")
        .condition("heap: used after a collection, with " + HEAP + ", while it delivers.");
  }

  private Path journal(int waiting) {
    return data.resolve(Integer.toString(waiting)).resolve("gapless.db");
  }

  private void append() {
    Map<Integer, Backlog> all = new LinkedHashMap<>();
    try {
      for (int waiting : size.waiting()) {
        int conversations = Math.max(1, largest() / CONTACTS_PER_CONVERSATION);
        Backlog one = new Backlog(journal(waiting), new Traffic(conversations));
        all.put(waiting, one);
        one.fill(waiting);
      }
      Turns turns = new Turns();
      for (int round = 0; round < size.rounds(); round++) {
        all.forEach((waiting, one) -> turns.add(waiting, one.append(size.appended())));
      }
      turns.report(out, "append");
    } finally {
      all.values().forEach(Backlog::close);
    }
  }

  private void claim() {
    Map<Integer, Claims> all = new LinkedHashMap<>();
    try {
      size.waiting().forEach(waiting -> all.put(waiting, new Claims(journal(waiting))));
      all.values().forEach(Claims::micros);
      Turns turns = new Turns();
      for (int round = 0; round < size.rounds(); round++) {
        all.forEach((waiting, one) -> turns.add(waiting, one.micros()));
      }
      turns.report(out, "claim");
    } finally {
      all.values().forEach(Claims::close);
    }
  }

  private void startUp() {
    List<Double> millis = new ArrayList<>();
    PricedCrm crm = new PricedCrm();
    crm.down();
    for (int i = 0; i < 5; i++) {
      long start = System.nanoTime();
      Gapless gapless = GaplessSide.open(journal(largest()), crm).start();
      millis.add((System.nanoTime() - start) / 1e6);
      gapless.close();
    }
    out.put("startup_ms_2m", Median.of(millis));
  }

  private void heap() {
    Path folder = data.resolve(Integer.toString(largest()));
    try (Server server = Server.start(Sides.GAPLESS, folder, Map.of(), HEAP);
        Load load = new Load(server.port(), 8, new Traffic(1_000), Integer.MAX_VALUE)) {
      server.ask("up");
      load.open(100, size.delivering());
      out.put("heap_mb_2m", Double.parseDouble(server.ask("heap")));
    }
  }

  private int largest() {
    return size.waiting().get(size.waiting().size() - 1);
  }
}
