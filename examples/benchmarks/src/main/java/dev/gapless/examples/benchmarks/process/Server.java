// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.process;

import dev.gapless.examples.benchmarks.side.Sides;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A side in a process of its own, on the same class path, with the same memory for each. */
public final class Server implements AutoCloseable {
  private static final String HEAP = "-Xmx512m";
  private static final long END_SECONDS = 30;

  private final Process process;
  private final BufferedReader answers;
  private final PrintWriter commands;
  private final int port;

  private Server(Process process) throws IOException {
    this.process = process;
    answers = process.inputReader(StandardCharsets.UTF_8);
    commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    port = Integer.parseInt(answer());
  }

  /**
   * Starts it.
   *
   * @param environment more than it inherits: {@link SlowDisk#environment()}, or nothing
   */
  public static Server start(Sides side, Path folder, Map<String, String> environment) {
    return start(side, folder, environment, HEAP);
  }

  /**
   * Starts it with another heap.
   *
   * @param heap as {@code -Xmx128m}
   */
  public static Server start(
      Sides side, Path folder, Map<String, String> environment, String heap) {
    try {
      Files.createDirectories(folder);
      ProcessBuilder builder =
          new ProcessBuilder(command(side, folder, heap))
              .redirectError(ProcessBuilder.Redirect.INHERIT);
      builder.environment().putAll(environment);
      return new Server(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("the side " + side + " does not start", e);
    }
  }

  private static List<String> command(Sides side, Path folder, String heap) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    String more = System.getProperty("bench.java." + side, "");
    command.addAll(List.of(more.isEmpty() ? new String[0] : more.split(" ", -1)));
    command.addAll(List.of(heap, "-Dorg.sqlite.tmpdir=" + folder));
    command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    command.addAll(List.of(ServerMain.class.getName(), side.name(), folder.toString()));
    return command;
  }

  public int port() {
    return port;
  }

  /** Processor time it has used so far; zero where the system does not tell. */
  public Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** How many distinct webhooks are durable. */
  public long stored() {
    return Long.parseLong(ask(ServerMain.STORED));
  }

  /** Tells it something; returns what it says to that. */
  public String ask(String command) {
    commands.println(command);
    try {
      return answer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new EOFException("the server has ended; what it said is above");
    }
    return line;
  }

  @Override
  public void close() {
    commands.close();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
