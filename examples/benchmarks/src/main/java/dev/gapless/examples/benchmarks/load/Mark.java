// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.load;

/**
 * What the text of a message begins with, so that whoever gets it in the end knows which it is.
 *
 * @param message its number
 * @param sentAt when it was sent, in milliseconds since 1970
 */
public record Mark(long message, long sentAt) {
  /** Reads the mark of a text. */
  public static Mark of(String text) {
    String[] parts = text.split(" ", 3);
    return new Mark(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
  }

  @Override
  public String toString() {
    return message + " " + sentAt;
  }
}
