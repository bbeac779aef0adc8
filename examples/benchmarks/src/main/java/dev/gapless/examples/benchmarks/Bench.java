// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks;

import dev.gapless.examples.benchmarks.backlog.BacklogBench;
import dev.gapless.examples.benchmarks.drain.DrainBench;
import dev.gapless.examples.benchmarks.intake.IntakeBench;
import dev.gapless.examples.benchmarks.intake.Plan;
import dev.gapless.examples.benchmarks.latency.LatencyBench;
import dev.gapless.examples.benchmarks.lost.LostBench;
import dev.gapless.examples.benchmarks.normalise.NormaliseBench;
import dev.gapless.examples.benchmarks.report.Figures;
import dev.gapless.examples.benchmarks.salesforce.SalesforceBench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code mvn -Pbench -Dbench=NAME}: measures, prints a table and writes {@code
 * target/bench/NAME.json}. Exit status 2 if there is no such benchmark.
 */
public final class Bench {
  private Bench() {}

  /** Runs the named one. */
  public static void main(String[] args) throws IOException {
    Folders folders = Folders.of(Path.of(System.getProperty("bench.module", ".")));
    switch (args.length == 1 ? args[0] : "") {
      case "intake" -> tell(folders, IntakeBench.run(folders, Plan.FULL));
      case "latency" -> tell(folders, List.of(LatencyBench.run(folders, Plan.FULL)));
      case "drain" -> tell(folders, List.of(DrainBench.run(folders, DrainBench.Size.FULL)));
      case "normalise" ->
          tell(folders, List.of(NormaliseBench.run(folders, NormaliseBench.Size.FULL)));
      case "backlog" -> tell(folders, List.of(BacklogBench.run(folders, BacklogBench.Size.FULL)));
      case "lost" ->
          tell(folders, List.of(LostBench.run(folders, Integer.getInteger("kills", 20))));
      case "salesforce" ->
          tell(folders, List.of(SalesforceBench.run(folders, SalesforceBench.Size.FULL)));
      default -> usage();
    }
    System.exit(0);
  }

  private static void tell(Folders folders, List<Figures> all) throws IOException {
    for (Figures figures : all) {
      figures.write(folders.reports());
      figures.print();
    }
  }

  @SuppressWarnings("SystemOut")
  private static void usage() {
    System.err.println(
        "-Dbench=NAME must be one of intake, latency, drain, normalise, backlog, lost,"
            + " salesforce");
    System.exit(2);
  }
}
