// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.console;

import java.util.List;

/** One thing the program can do. */
public interface Command {
  /**
   * Does it.
   *
   * @param words what stood behind the command's name
   * @return the exit status of the process
   * @throws UsageException if the words make no sense; nothing was done then
   */
  int run(List<String> words);
}
