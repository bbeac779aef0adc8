// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.catchup;

import java.time.Instant;
import java.util.Optional;

/**
 * One sweep over a source, under way or ended.
 *
 * @param since how far back it goes
 * @param startedAt what happens from then on is the next one's
 * @param cursor where reading goes on; empty at its start
 * @param fromStartAgain whether the cursor was refused once
 * @param read whether the last page is there, so that what is held can be released
 * @param pages how many are held or were
 * @param released how many items have been released, in the order in which they happened
 * @param recovered how many contacts these brought that were new, or changed since
 * @param known how many contacts were there as they are
 * @param problem why it ended early
 */
record Sweep(
    Instant since,
    Instant startedAt,
    Optional<String> cursor,
    boolean fromStartAgain,
    boolean read,
    int pages,
    int released,
    int recovered,
    int known,
    Optional<String> problem) {

  static Sweep begin(Instant since, Instant now) {
    return new Sweep(since, now, Optional.empty(), false, false, 0, 0, 0, 0, Optional.empty());
  }

  /** One more page is held. */
  Sweep page(Optional<String> next) {
    return new Sweep(
        since, startedAt, next, fromStartAgain, next.isEmpty(), pages + 1, 0, 0, 0, problem);
  }

  /** The cursor has expired: what is held stays, and what comes again counts once. */
  Sweep again() {
    return new Sweep(
        since, startedAt, Optional.empty(), true, false, pages, 0, 0, 0, Optional.empty());
  }

  /** No more pages can be had. */
  Sweep cutShort(String why) {
    return new Sweep(
        since, startedAt, cursor, fromStartAgain, true, pages, 0, 0, 0, Optional.of(why));
  }

  /** The order of what was released in part may be another now; what is there counts once. */
  Sweep releaseAgain() {
    return new Sweep(
        since, startedAt, cursor, fromStartAgain, true, pages, 0, recovered, 0, problem);
  }

  /**
   * Some more items are in the journal.
   *
   * @param contacts how many different contacts have been released so far
   */
  Sweep released(int items, int newOnes, int contacts) {
    return new Sweep(
        since,
        startedAt,
        cursor,
        fromStartAgain,
        true,
        pages,
        released + items,
        recovered + newOnes,
        Math.max(0, contacts - recovered - newOnes),
        problem);
  }
}
