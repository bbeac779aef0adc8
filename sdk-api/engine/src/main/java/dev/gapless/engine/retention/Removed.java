// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.retention;

/**
 * What one run has removed so far. Counts only what is durable, so it is added to after commits.
 */
final class Removed {
  private int receipts;
  private int unread;
  private int contents;
  private int items;
  private int parked;
  private int rest;

  /**
   * What one commit has removed.
   *
   * @param bytes of raw bodies
   */
  record Page(int receipts, long bytes, int unread, int contents, int items, int parked, int rest) {
    static final Page NOTHING = new Page(0, 0, 0, 0, 0, 0, 0);

    static Page receipt(int unread, long bytes) {
      return new Page(1, bytes, unread, 0, 0, 0, 0);
    }

    static Page content() {
      return new Page(0, 0, 0, 1, 0, 0, 0);
    }

    static Page item(int unread, int parked) {
      return new Page(0, 0, unread, 0, 1, parked, 0);
    }

    /** A conversation or a name. */
    static Page other() {
      return new Page(0, 0, 0, 0, 0, 0, 1);
    }

    Page and(Page other) {
      return new Page(
          receipts + other.receipts,
          bytes + other.bytes,
          unread + other.unread,
          contents + other.contents,
          items + other.items,
          parked + other.parked,
          rest + other.rest);
    }
  }

  void add(Page page) {
    receipts += page.receipts();
    unread += page.unread();
    contents += page.contents();
    items += page.items();
    parked += page.parked();
    rest += page.rest();
  }

  boolean isAnything() {
    return receipts + contents + items + rest > 0;
  }

  /** Events that nobody can read any more, though they were never understood. */
  int unread() {
    return unread;
  }

  /** Deliveries that were parked until they had to go. */
  int parked() {
    return parked;
  }

  @Override
  public String toString() {
    return "content of "
        + contents
        + " contacts, "
        + receipts
        + " raw bodies, "
        + items
        + " keys, "
        + rest
        + " conversations and names";
  }
}
