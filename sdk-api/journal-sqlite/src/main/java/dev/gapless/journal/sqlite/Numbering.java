// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

/**
 * Gives ids that only grow. Asks the table once per transaction, so that one that was rolled back
 * leaves no trace.
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

  /** The id for the next row, until one is stored. */
  long next() {
    if (last == UNKNOWN) {
      last = greatest.number();
    }
    return last + 1;
  }

  void stored() {
    last++;
  }
}
