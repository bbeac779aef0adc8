// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.CrmRefs;
import dev.gapless.api.Delivery;
import dev.gapless.api.Interaction;
import dev.gapless.engine.books.Books;
import dev.gapless.engine.books.Counters;
import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.JournalTransaction;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The moves a delivery can make: the row, its lane and the books, always together. */
final class Moves {
  private static final Logger log = LoggerFactory.getLogger(Moves.class);

  private final Destination to;
  private final Books books;
  private final Clock clock;

  Moves(Destination to, Books books, Clock clock) {
    this.to = to;
    this.books = books;
    this.clock = clock;
  }

  /** The row as it is now: intake may have joined its lane to another since it was read. */
  DeliveryRow current(JournalTransaction tx, Candidate candidate) {
    return current(tx, candidate.row());
  }

  DeliveryRow current(JournalTransaction tx, DeliveryRow read) {
    return tx.delivery(read.destination(), read.item()).orElseThrow();
  }

  /** Where the delivery stays in its lane, whatever else changed; the lane has had its turn. */
  void stay(JournalTransaction tx, DeliveryRow row) {
    tx.saveDelivery(row);
    tx.refreshLane(row.destination(), row.lane(), servedAt());
  }

  /** Where calls are what costs, the conversations that need the most calls ride in each. */
  private Instant servedAt() {
    return to.linger.isOff() ? clock.instant() : Instant.EPOCH;
  }

  /** Events up to the revision are in the CRM; a newer one makes the item due again. */
  void written(
      JournalTransaction tx, DeliveryRow row, long revision, CrmRefs refs, Interaction shown) {
    long upTo = Math.max(revision, row.written());
    long events = tx.countEvents(row.item(), row.written(), upTo);
    books.move(tx, row.destination(), row.item(), Counters.WAITING, Counters.WRITTEN, events);
    DeliveryRow done = row.writtenUpTo(upTo, refs);
    DeliveryRow next =
        tx.firstEvent(row.item(), upTo)
            .map(event -> done.waiting(event, clock.instant()))
            .orElse(done);
    stay(tx, next);
    to.ties.followers().forEach(follower -> follower.written(tx, next, shown));
  }

  void park(JournalTransaction tx, DeliveryRow row, String reason) {
    long events = tx.unwritten(row);
    books.move(tx, row.destination(), row.item(), Counters.WAITING, Counters.PARKED, events);
    DeliveryRow parked = row.parked(reason, clock.instant());
    stay(tx, parked);
    to.ties.followers().forEach(follower -> follower.parked(tx, parked));
    log.info("{}: delivery {} is parked: {}", to.title(), row.id(), reason);
  }

  /** The entry is gone from the CRM: it is never written again. */
  void leaveOut(JournalTransaction tx, DeliveryRow row) {
    long events = tx.unwritten(row);
    books.leftOut(
        tx, row.destination(), row.item(), Counters.WAITING, Counters.DELETED_IN_CRM, events);
    DeliveryRow left = row.setAside(Delivery.State.IGNORED, Counters.DELETED_IN_CRM);
    stay(tx, left);
    to.ties.followers().forEach(follower -> follower.leftOut(tx, left));
  }

  /** No answer, and sending again is safe. */
  void repeat(JournalTransaction tx, DeliveryRow row, String reason) {
    boolean itsOwn = isItsOwnFault(row);
    int attempts = row.attempts() + (itsOwn ? 1 : 0);
    if (itsOwn && attempts >= to.policy.attempts()) {
      park(tx, row, "gave up after " + attempts + " attempts; " + reason);
    } else {
      Instant now = clock.instant();
      stay(tx, row.again(now.plus(to.backoff.after(attempts + 1)), attempts, now));
    }
  }

  /**
   * Whether a missing answer counts as an attempt: the CRM has answered others since this entry was
   * last tried. So an outage costs time, not attempts.
   */
  boolean isItsOwnFault(DeliveryRow row) {
    return row.lastTried().filter(to.gate::answeredSince).isPresent();
  }
}
