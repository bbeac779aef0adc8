// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Makes every sync of a process slower, at the call into the C library, so that it meets whatever
 * the process writes with in the same way. Needs a C compiler and a system with {@code LD_PRELOAD}.
 */
public record SlowDisk(Path library, long micros) {
  /**
   * Compiles what it needs into the folder; empty if it cannot.
   *
   * @param source of the library
   */
  public static Optional<SlowDisk> in(Path folder, Path source, long micros) {
    Path library = folder.resolve("libslowsync.so");
    try {
      Files.createDirectories(folder);
      Process compiler =
          new ProcessBuilder(
                  "cc",
                  "-shared",
                  "-fPIC",
                  "-O2",
                  "-o",
                  library.toString(),
                  source.toString(),
                  "-ldl")
              .inheritIO()
              .start();
      return compiler.waitFor() == 0
          ? Optional.of(new SlowDisk(library, micros))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** What a process must be started with. */
  public Map<String, String> environment() {
    return Map.of("LD_PRELOAD", library.toString(), "SLOW_SYNC_MICROS", Long.toString(micros));
  }
}
