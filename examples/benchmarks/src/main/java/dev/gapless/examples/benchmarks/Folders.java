// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where things are.
 *
 * @param module the folder of this module
 * @param reports where the figures go
 * @param data where the sides keep their data; made empty when it is asked for
 */
public record Folders(Path module, Path reports, Path data) {
  static Folders of(Path module) {
    Path target = module.toAbsolutePath().normalize().resolve("target");
    return new Folders(module, target.resolve("bench"), target.resolve("bench-data"));
  }

  /** An empty folder for one run's data. */
  public Path fresh(String name) {
    Path folder = data.resolve(name);
    try {
      remove(folder);
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Frees what a run has filled; millions of contacts take gigabytes. */
  public void discard(String name) {
    try {
      remove(data.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
  }
}
