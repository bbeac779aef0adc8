// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.Rank;

/** How a rank is stored; the less, the more urgent. */
final class RankCode {
  private RankCode() {}

  static int of(Rank rank) {
    return switch (rank) {
      case LIVE -> 0;
      case HISTORY -> 1;
      case STATUS -> 2;
    };
  }

  static Rank rank(int code) {
    return switch (code) {
      case 0 -> Rank.LIVE;
      case 1 -> Rank.HISTORY;
      case 2 -> Rank.STATUS;
      default -> throw new IllegalStateException("The journal has a rank " + code);
    };
  }
}
