// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.process;

import dev.gapless.examples.benchmarks.side.Side;
import dev.gapless.examples.benchmarks.side.Sides;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * One side in a process of its own: says its port, then answers each line of its standard input
 * with one line, and ends with it.
 */
final class ServerMain {
  static final String STORED = "stored";

  private ServerMain() {}

  @SuppressWarnings("SystemOut") // Its standard output is what it answers on.
  public static void main(String[] args) throws IOException {
    try (Side side = Sides.valueOf(args[0]).start(Path.of(args[1]));
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      System.out.println(side.port());
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        System.out.println(line.equals(STORED) ? Long.toString(side.stored()) : side.command(line));
      }
    }
    System.exit(0);
  }
}
