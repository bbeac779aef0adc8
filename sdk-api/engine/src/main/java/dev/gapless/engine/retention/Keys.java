// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.retention;

import dev.gapless.api.Delivery;
import dev.gapless.engine.books.Books;
import dev.gapless.engine.books.Counters;
import dev.gapless.engine.delivery.Concern;
import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.Expiry.Cause;
import dev.gapless.engine.journal.ItemRow;
import dev.gapless.engine.journal.JournalTransaction;
import java.time.Instant;
import java.util.List;

/**
 * That a contact has been here, and where it is in the CRMs: an item goes with its events and
 * deliveries when its last event is old and nothing of it waits. What is parked is left out by rule
 * first. What its rows counted stays in the books.
 */
final class Keys extends ItemClock {
  private final Books books;
  private final Files files;

  Keys(Books books, Files files) {
    super(Cursors.KEYS, Cause.KEYS);
    this.books = books;
    this.files = files;
  }

  @Override
  long end(JournalTransaction tx, Cutoffs cutoffs) {
    // The other clocks have to have seen an event before it goes.
    long seen = Math.min(Cursors.RAW.get(tx), Cursors.CONTENT.get(tx));
    return Math.min(seen, tx.expiry().cameBy(cutoffs.keys()));
  }

  @Override
  Removed.Page take(JournalTransaction tx, Cutoffs cutoffs, long id, Instant afterFiles) {
    List<DeliveryRow> deliveries = Settled.deliveries(tx, id);
    ItemRow item = tx.item(id);
    if (deliveries.stream().anyMatch(row -> isNeeded(row, cutoffs.keys()))) {
      return again(tx, id, cutoffs.again());
    }
    if (!files.areGone(tx, item)) {
      return again(tx, id, afterFiles);
    }
    int parked = 0;
    for (DeliveryRow row : deliveries) {
      parked += row.state() == Delivery.State.PARKED ? 1 : 0;
      leaveOut(tx, row);
    }
    int unread = unread(tx, id);
    tx.destinations().values().forEach(to -> books.removed(tx, to, id));
    tx.expiry().removeItem(id);
    return Removed.Page.item(unread, parked);
  }

  /** Those whose body has gone were counted when it went. */
  private static int unread(JournalTransaction tx, long id) {
    return (int)
        tx.events(id).stream()
            .filter(event -> !event.understood())
            .filter(event -> tx.expiry().receivedAt(event.receipt()).isPresent())
            .count();
  }

  /** What waits for something that parked long ago will never be due. */
  private static boolean isNeeded(DeliveryRow row, Instant keys) {
    return switch (row.state()) {
      case WAITING -> !row.due().equals(Concern.LATER);
      case PARKED -> row.lastTried().filter(tried -> tried.isAfter(keys)).isPresent();
      case WRITTEN, IGNORED -> false;
    };
  }

  private void leaveOut(JournalTransaction tx, DeliveryRow row) {
    switch (row.state()) {
      case PARKED -> leaveOut(tx, row, Counters.PARKED);
      case WAITING -> leaveOut(tx, row, Counters.WAITING);
      case WRITTEN, IGNORED -> {}
    }
  }

  private void leaveOut(JournalTransaction tx, DeliveryRow row, String from) {
    long events = tx.unwritten(row);
    books.leftOut(tx, row.destination(), row.item(), from, Counters.EXPIRED, events);
    tx.saveDelivery(row.setAside(Delivery.State.IGNORED, Counters.EXPIRED));
    tx.refreshLane(row.destination(), row.lane());
  }
}
