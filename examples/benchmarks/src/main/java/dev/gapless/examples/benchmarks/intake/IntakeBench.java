// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.intake;

import dev.gapless.examples.benchmarks.Folders;
import dev.gapless.examples.benchmarks.latency.LatencyBench;
import dev.gapless.examples.benchmarks.load.LoadResult;
import dev.gapless.examples.benchmarks.process.SlowDisk;
import dev.gapless.examples.benchmarks.report.Figures;
import dev.gapless.examples.benchmarks.report.Median;
import dev.gapless.examples.benchmarks.side.Sides;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Webhooks per second, answered durably, while the CRM is down. All servers run from the beginning
 * to the end and take turns of a few seconds, so that what else the machine does meets all alike;
 * ratios are taken turn by turn.
 */
public final class IntakeBench {
  private static final String DATA = "intake";
  private static final long SLOW_MICROS = 2_000;
  private static final double SHARE = 0.7;
  private static final int OPEN_SLICES = 5;

  private final Plan plan;
  private final Map<String, Contestant> all = new LinkedHashMap<>();

  private IntakeBench(Plan plan) {
    this.plan = plan;
  }

  /** The figures of intake, and of latency from the same run. */
  public static List<Figures> run(Folders folders, Plan plan) {
    Path data = folders.fresh(DATA);
    Path source = folders.module().resolve("src/main/c/slow_sync.c");
    Optional<SlowDisk> slow = SlowDisk.in(data, source, SLOW_MICROS);
    IntakeBench bench = new IntakeBench(plan);
    Figures intake;
    double perSecond;
    try {
      bench.start(data, slow);
      bench.takeTurns();
      intake = bench.figures();
      perSecond = bench.side("gapless").perSecond();
    } finally {
      bench.all.values().forEach(Contestant::close);
    }
    folders.discard(DATA);
    return List.of(intake, LatencyBench.run(folders, plan, perSecond));
  }

  private void start(Path data, Optional<SlowDisk> slow) {
    for (Sides side : Sides.values()) {
      start(key(side), side, data, Map.of());
    }
    slow.ifPresent(
        disk -> {
          for (Sides side : List.of(Sides.FLOOR, Sides.GAPLESS, Sides.CAMEL)) {
            start("slow_disk_" + key(side), side, data, disk.environment());
          }
        });
    all.values().forEach(one -> one.warmUp(plan.warmUp()));
  }

  private static String key(Sides side) {
    return switch (side) {
      case FLOOR -> "floor";
      case LOG -> "log_floor";
      case GAPLESS -> "gapless";
      case CAMEL -> "camel";
    };
  }

  private void start(String key, Sides side, Path data, Map<String, String> environment) {
    all.put(key, new Contestant(side, data.resolve(key), environment, plan.connections()));
  }

  private Contestant side(String key) {
    return Objects.requireNonNull(all.get(key));
  }

  private void takeTurns() {
    for (int round = 0; round < plan.rounds(); round++) {
      all.values().forEach(one -> one.measure(plan.slice()));
    }
  }

  private Figures figures() {
    Figures out = conditions(new Figures("intake"));
    all.forEach((key, one) -> out.put(key + "_per_s", one.perSecond()));
    if (!all.containsKey("slow_disk_gapless")) {
      out.missing("slow_disk_gapless_per_s").missing("slow_disk_camel_per_s");
    }
    all.forEach((key, one) -> out.put(key + "_cpu_us", one.processorMicros()));
    ratio(out, "gapless_to_floor", "gapless", "floor");
    ratio(out, "gapless_to_camel", "gapless", "camel");
    ratio(out, "slow_disk_gapless_to_floor", "slow_disk_gapless", "slow_disk_floor");
    ratio(out, "slow_disk_gapless_to_camel", "slow_disk_gapless", "slow_disk_camel");
    quantiles(out, side("gapless"));
    all.values().forEach(Contestant::verify);
    return out;
  }

  private void ratio(Figures out, String key, String ours, String theirs) {
    if (all.containsKey(ours)) {
      List<Double> ratios = new ArrayList<>();
      for (int round = 0; round < plan.rounds(); round++) {
        ratios.add(side(ours).rates().get(round) / side(theirs).rates().get(round));
      }
      out.put(key, Median.of(ratios));
    }
  }

  /** At a load that leaves room, sent whatever the server does. */
  private void quantiles(Figures out, Contestant one) {
    double rate = one.perSecond() * SHARE;
    Duration slice = plan.slice().multipliedBy(2);
    List<LoadResult> slices = new ArrayList<>();
    for (int i = 0; i < OPEN_SLICES; i++) {
      slices.add(one.open(rate, slice));
    }
    out.put("open_loop_per_s", rate);
    out.put("p50_ms", Median.of(slices.stream().map(LoadResult::p50).toList()));
    out.put("p99_ms", Median.of(slices.stream().map(LoadResult::p99).toList()));
  }

  private Figures conditions(Figures out) {
    return out.condition(
            "Durable 2xx answers per second, CRM down; one signed text message per webhook, each"
                + " another.")
        .condition(
            "Load: closed loop, "
                + plan.connections()
                + " connections, one generator thread on the same machine; median of "
                + plan.rounds()
                + " turns of "
                + plan.slice().toSeconds()
                + " s, the servers in turn.")
        .condition(
            "p50 and p99: open loop (Poisson) at 70 % of that rate, from the planned moment.")
        .condition(
            "cpu_us: processor time of the server per webhook; moves least on a busy machine.")
        .condition("slow_disk: every fsync and fdatasync takes 2 ms longer (LD_PRELOAD).");
  }
}
