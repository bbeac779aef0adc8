// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks;

import java.nio.file.Path;

/** Folders for a run at tiny size. */
public final class Scratch {
  private Scratch() {}

  /** This module's sources, everything written below the folder. */
  public static Folders in(Path folder) {
    return new Folders(Path.of(""), folder.resolve("bench"), folder.resolve("data"));
  }
}
