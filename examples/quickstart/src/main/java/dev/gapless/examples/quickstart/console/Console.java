// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The terminal, or the file or pipe that stands in its place. Always UTF-8, lines end in LF. */
public final class Console {
  private final PrintStream out;
  private final PrintStream err;

  public Console(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** The process's own streams, whatever charset they would have by default. */
  public static Console standard() {
    return new Console(utf8(FileDescriptor.out), utf8(FileDescriptor.err));
  }

  private static PrintStream utf8(FileDescriptor to) {
    return new PrintStream(new FileOutputStream(to), false, StandardCharsets.UTF_8);
  }

  /** A line of what was asked for. */
  public void say(String line) {
    print(out, line);
  }

  /** A line about what went wrong. */
  public void complain(String line) {
    print(err, line);
  }

  private static void print(PrintStream to, String line) {
    to.print(line + "\n");
    to.flush();
  }
}
