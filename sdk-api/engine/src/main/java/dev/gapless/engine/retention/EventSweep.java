// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.retention;

import dev.gapless.engine.journal.EventRow;
import dev.gapless.engine.journal.JournalTransaction;
import java.util.List;
import java.util.Optional;

/** Passes every event once, when it has become old enough for one clock. */
abstract class EventSweep implements Sweep {
  private final Cursors cursor;

  EventSweep(Cursors cursor) {
    this.cursor = cursor;
  }

  /** The last sequence that is old enough. */
  abstract long end(JournalTransaction tx, Cutoffs cutoffs);

  /**
   * @param lastOfReceipt whether the next event came with another receipt
   */
  abstract Removed.Page pass(
      JournalTransaction tx, Cutoffs cutoffs, EventRow event, boolean lastOfReceipt);

  @Override
  public final Step page(JournalTransaction tx, Cutoffs cutoffs) {
    // One more than a page, to see where a receipt ends.
    List<EventRow> events = tx.expiry().events(cursor.get(tx), end(tx, cutoffs), PAGE + 1);
    Removed.Page removed = Removed.Page.NOTHING;
    int most = Math.min(PAGE, events.size());
    int here = 0;
    while (here < most && removed.bytes() < MOST_BYTES) {
      EventRow event = events.get(here);
      here++;
      boolean last = here == events.size() || events.get(here).receipt() != event.receipt();
      removed = removed.and(pass(tx, cutoffs, event, last));
    }
    if (here > 0) {
      cursor.set(tx, events.get(here - 1).sequence());
    }
    return new Step(removed, events.size() > here ? Optional.of(this) : Optional.empty());
  }
}
