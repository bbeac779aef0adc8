// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.lost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gapless.examples.benchmarks.Folders;
import dev.gapless.examples.benchmarks.report.Figures;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The quickstart's crash run, and the same treatment for a queue in memory. */
public final class LostBench {
  private static final String CRASH_RUN = "dev.gapless.examples.quickstart.soak.CrashRun";

  private LostBench() {}

  /**
   * @param kills of each side
   */
  public static Figures run(Folders folders, int kills) {
    Path quickstart = folders.module().toAbsolutePath().resolve("../quickstart/target").normalize();
    try {
      Path file = quickstart.resolve("soak/enforced.json");
      Files.deleteIfExists(file);
      crashRun(quickstart, kills);
      JsonNode report = new ObjectMapper().readTree(file.toFile());
      Figures out = new Figures("lost");
      out.put("kills", kills)
          .put("acknowledged", report.path("acknowledgedEvents").asLong())
          .put("lost", report.path("lost").asLong())
          .put("twice", report.path("twice").asLong())
          .put("out_of_order", report.path("outOfOrder").asLong());
      try (CamelRun camel = new CamelRun(kills)) {
        out.put("camel_lost", camel.lost()).put("camel_acknowledged", camel.acknowledged());
      }
      return out.condition("A host killed under load; what it had acknowledged, beside the CRM.")
          .condition("Ours: the crash run of the quickstart, a CRM with faults that enforces keys.")
          .condition(
              "Camel: undertow, seda (in memory), CRM; a CRM without faults, no other task.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In a process of its own: it ends its Java when it is done. */
  private static void crashRun(Path quickstart, int kills) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-Dkills=" + kills);
    command.add("-Dorg.sqlite.tmpdir=" + quickstart);
    command.add("-classpath");
    command.add(
        quickstart.resolve("classes")
            + File.pathSeparator
            + quickstart.resolve("test-classes")
            + File.pathSeparator
            + quickstart.resolve("quickstart.jar"));
    command.add(CRASH_RUN);
    try {
      new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
