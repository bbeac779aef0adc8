// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gapless.examples.benchmarks.Folders;
import dev.gapless.examples.benchmarks.report.Figures;
import dev.gapless.examples.benchmarks.report.Median;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long a connector takes to make items of a body, per payload kind. */
public final class NormaliseBench {
  private static final String DATA = "normalise";
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  /**
   * How long.
   *
   * @param turnMillis one turn of JMH
   * @param turns to warm up, and again to measure
   */
  public record Size(int turnMillis, int turns) {
    /** What the README's figures were taken with. */
    public static final Size FULL = new Size(300, 4);
  }

  private NormaliseBench() {}

  /** Over all payloads of our own that look like a webhook. */
  public static Figures run(Folders folders, Size size) {
    return run(folders, size, Payloads.of(folders.module()));
  }

  static Figures run(Folders folders, Size size, List<String> payloads) {
    Path data = folders.fresh(DATA);
    try {
      Harness.make(data);
      Path result = data.resolve("jmh.json");
      measure(data, result, size, payloads);
      return figures(new ObjectMapper().readTree(result.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In a process that has the generated code on its class path. */
  private static void measure(Path data, Path result, Size size, List<String> payloads)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-classpath");
    command.add(data + File.pathSeparator + System.getProperty("java.class.path"));
    command.addAll(List.of(JmhMain.class.getName(), result.toString()));
    command.addAll(List.of(Integer.toString(size.turnMillis()), Integer.toString(size.turns())));
    command.addAll(payloads);
    try {
      if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0 || !Files.exists(result)) {
        throw new IllegalStateException("JMH failed; what it said is above");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Figures figures(JsonNode runs) {
    Map<String, Double> times = new TreeMap<>();
    Map<String, Double> bytes = new TreeMap<>();
    for (JsonNode run : runs) {
      String key = run.path("params").path("payload").asText();
      boolean ours = run.path("benchmark").asText().endsWith(".split");
      times.merge(key, signed(ours, run.path("primaryMetric")), NormaliseBench::ratio);
      bytes.merge(
          key, signed(ours, run.path("secondaryMetrics").path(ALLOCATED)), NormaliseBench::ratio);
    }
    Figures out = new Figures(DATA);
    times.forEach((key, ratio) -> out.put("time_" + Payloads.name(key), ratio));
    bytes.forEach((key, ratio) -> out.put("bytes_" + Payloads.name(key), ratio));
    return out.put("payloads", times.size())
        .put("median_ratio", Median.of(List.copyOf(times.values())))
        .put("worst_ratio", times.values().stream().reduce(0.0, Math::max))
        .put("median_bytes_ratio", Median.of(List.copyOf(bytes.values())))
        .put("worst_bytes_ratio", bytes.values().stream().reduce(0.0, Math::max))
        .condition("Split into items, as multiples of reading the same bytes into a tree (JMH).")
        .condition("time_ and bytes_: time and allocation of one payload of our own fixtures.");
  }

  /** Ours is kept positive and the tree's negative until the other one comes. */
  private static double signed(boolean ours, JsonNode metric) {
    return (ours ? 1 : -1) * metric.path("score").asDouble();
  }

  private static double ratio(double one, double other) {
    return one > 0 ? one / -other : other / -one;
  }
}
