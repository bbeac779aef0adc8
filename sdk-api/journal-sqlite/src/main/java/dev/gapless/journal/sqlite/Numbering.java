// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

/**
 * Knows the greatest number that a table has given, and gives the next. Asks the table once per
 * transaction, so that one that was rolled back leaves no trace.
 */
final class Numbering {
  private static final long UNKNOWN = -1;
  private static final String MARK = "SELECT value FROM mark WHERE name = ?";
  private static final String SET_MARK =
      "INSERT INTO mark (name, value) VALUES (?, ?)"
          + " ON CONFLICT DO UPDATE SET value = excluded.value";

  private final Sql greatest;
  private final Sql mark;
  private final Sql setMark;
  private final String name;
  private long last = UNKNOWN;

  /**
   * @param greatest asks for the greatest number in the table
   * @param name under which the number of a row that was removed is remembered
   */
  Numbering(Session session, String greatest, String name) {
    this.greatest = session.sql(greatest);
    this.mark = session.sql(MARK);
    this.setMark = session.sql(SET_MARK);
    this.name = name;
  }

  void begin() {
    last = UNKNOWN;
  }

  /** The greatest number given; 0 if none was. */
  long last() {
    if (last == UNKNOWN) {
      last = Math.max(greatest.number(), mark.number(name));
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

  /** The row is about to be removed; its number is not given again. */
  void keep(long number) {
    if (number == last()) {
      setMark.run(name, number);
    }
  }
}
