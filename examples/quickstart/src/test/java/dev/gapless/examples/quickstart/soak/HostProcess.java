// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import dev.gapless.examples.quickstart.Main;
import dev.gapless.examples.quickstart.console.ToldException;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A host in a process of its own, on the same class path. */
final class HostProcess {
  private static final String READY = "listening on ";
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration END = Duration.ofSeconds(30);

  private final Process process;
  private final Path log;
  private final CompletableFuture<URI> ready = new CompletableFuture<>();

  private HostProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts it; what it complains about goes to {@code host.log} beside its settings. */
  static HostProcess start(Path settings) throws IOException {
    Path folder = settings.toAbsolutePath().getParent();
    Path log = folder.resolve("host.log");
    Process process =
        new ProcessBuilder(command(settings, Files.createDirectories(folder.resolve("native"))))
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    HostProcess host = new HostProcess(process, log);
    new Daemons("host-output").newThread(host::listen).start();
    return host;
  }

  private static List<String> command(Path settings, Path nativeLibraries) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    // It lives for seconds only, and the machine has other things to do than to compile it well.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
    command.add("-Dorg.sqlite.tmpdir=" + nativeLibraries);
    command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    command.addAll(List.of(Main.class.getName(), "host", "--port", "0"));
    command.addAll(List.of("--config", settings.toString()));
    return command;
  }

  private void listen() {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(READY)) {
          ready.complete(URI.create(line.substring(READY.length()).strip()));
        }
      }
      ready.completeExceptionally(new EOFException());
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
  }

  /** Waits until it listens; returns where. */
  URI url() throws InterruptedException {
    try {
      return ready.get(START.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new ToldException("The host ended before it listened" + see());
    } catch (TimeoutException e) {
      throw new ToldException("The host does not listen after " + START.toSeconds() + " s" + see());
    }
  }

  /** Lets it live for this long, and complains if it ends by itself. */
  void live(Duration span) throws InterruptedException {
    if (process.waitFor(span.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new ToldException(
          "The host ended by itself with status " + process.exitValue() + see());
    }
  }

  /** Ends it at once, in the middle of whatever it does: SIGKILL where there are signals. */
  void kill() throws InterruptedException {
    abandon();
    awaitEnd();
  }

  /** The same, and does not wait for the end. */
  void abandon() {
    process.destroyForcibly();
  }

  /** Asks it to end; it closes its journal then. */
  void stop() throws InterruptedException {
    process.destroy();
    awaitEnd();
  }

  private void awaitEnd() throws InterruptedException {
    if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
      throw new ToldException("The host does not end within " + END.toSeconds() + " s" + see());
    }
  }

  private String see() {
    return "; see " + log;
  }
}
