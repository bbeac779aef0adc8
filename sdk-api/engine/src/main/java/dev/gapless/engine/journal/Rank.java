// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.journal;

/**
 * How urgent a waiting entry is. A lane is as urgent as the most urgent entry that waits in it:
 * ranks decide between lanes and never inside one. The constants stand in the order of urgency.
 */
public enum Rank {
  /** It has just happened. */
  LIVE,
  /** It was fetched, read again, or handed over as part of the past. */
  HISTORY,
  /** What became of a message of the company. */
  STATUS;

  public boolean isBefore(Rank other) {
    return compareTo(other) < 0;
  }
}
