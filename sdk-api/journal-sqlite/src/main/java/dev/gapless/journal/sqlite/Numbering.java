// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

/**
 * Knows the greatest number of a table, and gives the next. Asks the table once per transaction, so
 * that one that was rolled back leaves no trace.
 */
final class Numbering {
  private static final long UNKNOWN = -1;

  private final Sql greatest;
  private long last = UNKNOWN;

  Numbering(Sql greatest) {
    this.greatest = greatest;
  }

  void begin() {
    last = UNKNOWN;
  }

  /** The greatest number stored; 0 if none is. */
  long last() {
    if (last == UNKNOWN) {
      last = greatest.number();
    }
    return last;
  }

  /** The number for the next row, until one is stored. */
  long next() {
    return last() + 1;
  }

  void stored(long number) {
    last = Math.max(last(), number);
  }
}
