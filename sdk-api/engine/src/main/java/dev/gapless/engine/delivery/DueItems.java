// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.Delivery;
import dev.gapless.engine.books.Books;
import dev.gapless.engine.books.Counters;
import dev.gapless.engine.intake.DueWork;
import dev.gapless.engine.intake.ParkedItems;
import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.DestinationRow;
import dev.gapless.engine.journal.ItemRow;
import dev.gapless.engine.journal.JournalTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes items due, and moves the books with it. */
public final class DueItems implements DueWork, ParkedItems {
  private final Books books;

  public DueItems(Books books) {
    this.books = books;
  }

  @Override
  public void changed(
      JournalTransaction tx, DestinationRow to, ItemRow item, long sequence, Instant now) {
    Optional<DeliveryRow> known = known(tx, to, item, sequence);
    if (known.isEmpty()) {
      tx.addLast(DeliveryRow.waiting(to.id(), item.id(), item.lane(), sequence, now));
    } else if (known.get().state() == Delivery.State.WRITTEN) {
      tx.saveDelivery(known.get().waiting(sequence, now));
      tx.refreshLane(to.id(), known.get().lane());
    } else if (known.get().lane() == 0) {
      // It was parked before anybody knew its conversation.
      tx.saveDelivery(known.get().inLane(item.lane()));
      tx.refreshLane(to.id(), 0);
      tx.refreshLane(to.id(), item.lane());
    }
    count(tx, to, item, known.map(DeliveryRow::state).orElse(Delivery.State.WAITING), known);
  }

  /** Its first event leaves nothing to look for. */
  private static Optional<DeliveryRow> known(
      JournalTransaction tx, DestinationRow to, ItemRow item, long sequence) {
    return item.sequence() == sequence ? Optional.empty() : tx.delivery(to.id(), item.id());
  }

  private void count(
      JournalTransaction tx,
      DestinationRow to,
      ItemRow item,
      Delivery.State before,
      Optional<DeliveryRow> known) {
    switch (before) {
      case WAITING, WRITTEN -> books.received(tx, to.id(), item.id(), Counters.WAITING);
      case PARKED -> books.received(tx, to.id(), item.id(), Counters.PARKED);
      case IGNORED ->
          books.ignored(tx, to.id(), item.id(), known.flatMap(DeliveryRow::reason).orElseThrow());
    }
  }

  @Override
  public void revived(
      JournalTransaction tx, DestinationRow to, ItemRow item, List<Long> sequences) {
    DeliveryRow row = tx.delivery(to.id(), item.id()).orElseThrow();
    for (long sequence : sequences) {
      if (sequence > to.since()) {
        books.revived(tx, to.id(), item.id(), Counters.ORIGINAL_NOT_SEEN, counterOf(row, sequence));
      }
    }
  }

  private static String counterOf(DeliveryRow row, long sequence) {
    if (sequence <= row.written()) {
      return Counters.WRITTEN;
    }
    return row.state() == Delivery.State.PARKED ? Counters.PARKED : Counters.WAITING;
  }

  @Override
  public void unreadable(
      JournalTransaction tx,
      DestinationRow to,
      ItemRow item,
      long sequence,
      Instant now,
      String reason) {
    if (known(tx, to, item, sequence).isEmpty()) {
      tx.saveDelivery(
          DeliveryRow.waiting(to.id(), item.id(), item.lane(), sequence, now)
              .setAside(Delivery.State.PARKED, "unreadable: " + reason));
      books.received(tx, to.id(), item.id(), Counters.PARKED);
    } else {
      changed(tx, to, item, sequence, now);
    }
  }

  /** Puts a parked delivery back into its lane, at its old place, with all its attempts. */
  public void replay(JournalTransaction tx, DeliveryRow row, Instant now) {
    long events = tx.unwritten(row);
    tx.saveDelivery(row.waiting(row.position(), now));
    books.move(tx, row.destination(), row.item(), Counters.PARKED, Counters.WAITING, events);
    tx.refreshLane(row.destination(), row.lane());
  }

  @Override
  public void readAgain(JournalTransaction tx, DeliveryRow row, boolean sameItem, Instant now) {
    if (sameItem) {
      replay(tx, row, now);
      return;
    }
    long events = tx.unwritten(row);
    books.leftOut(tx, row.destination(), row.item(), Counters.PARKED, Counters.READ_AGAIN, events);
    tx.saveDelivery(row.setAside(Delivery.State.IGNORED, Counters.READ_AGAIN));
  }
}
