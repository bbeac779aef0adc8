// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.latency;

import dev.gapless.examples.benchmarks.Folders;
import dev.gapless.examples.benchmarks.crm.PricedCrm;
import dev.gapless.examples.benchmarks.intake.Plan;
import dev.gapless.examples.benchmarks.load.Load;
import dev.gapless.examples.benchmarks.load.Traffic;
import dev.gapless.examples.benchmarks.process.Server;
import dev.gapless.examples.benchmarks.report.Figures;
import dev.gapless.examples.benchmarks.side.Sides;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** From the moment a webhook is sent to the moment the CRM has its entry. */
public final class LatencyBench {
  private static final String DATA = "latency";
  private static final int CUSTOMERS = 10_000;

  private final Server server;
  private final Load load;

  private LatencyBench(Server server, Load load) {
    this.server = server;
    this.load = load;
  }

  /** With half of what the CRM can take as half load. */
  public static Figures run(Folders folders, Plan plan) {
    return run(folders, plan, Double.MAX_VALUE);
  }

  /**
   * With half of what intake or the CRM can take as half load, whichever is less.
   *
   * @param intakePerSecond what intake took, on its own
   */
  public static Figures run(Folders folders, Plan plan, double intakePerSecond) {
    Path data = folders.fresh(DATA);
    double half = Math.min(intakePerSecond, PricedCrm.MOST_PER_SECOND) / 2;
    Figures out = new Figures(DATA);
    try (Server server = Server.start(Sides.GAPLESS, data, Map.of());
        Load load = new Load(server.port(), plan.connections(), new Traffic(CUSTOMERS), 0)) {
      LatencyBench bench = new LatencyBench(server, load);
      bench.up();
      bench.measure(new Figures("warm-up"), "", half, plan.warmUp());
      bench.measure(out, "idle", 1, plan.idle());
      bench.measure(out, "half", half, plan.idle());
    }
    folders.discard(DATA);
    return out.put("half_load_per_s", half)
        .condition("From a webhook's sending to its entry in the CRM; open loop (Poisson).")
        .condition("CRM: " + PricedCrm.DESCRIPTION)
        .condition("Half load: half of what the CRM, or if less intake, can take.");
  }

  private void up() {
    server.ask("up");
  }

  private void measure(Figures out, String key, double perSecond, Duration span) {
    server.ask("latencies");
    load.open(perSecond, span);
    awaitWritten();
    String[] told = server.ask("latencies").split(" ", -1);
    out.put("count_" + key, Long.parseLong(told[0]))
        .put("p50_ms_" + key, Double.parseDouble(told[1]))
        .put("p95_ms_" + key, Double.parseDouble(told[2]));
  }

  private void awaitWritten() {
    try {
      while (!server.ask("waiting").equals("0")) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
