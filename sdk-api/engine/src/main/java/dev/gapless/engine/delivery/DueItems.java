// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.Delivery;
import dev.gapless.engine.books.Books;
import dev.gapless.engine.books.Counters;
import dev.gapless.engine.intake.Arrival;
import dev.gapless.engine.intake.DueWork;
import dev.gapless.engine.intake.ParkedItems;
import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.DestinationRow;
import dev.gapless.engine.journal.ItemRow;
import dev.gapless.engine.journal.JournalTransaction;
import dev.gapless.engine.journal.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes items due, and moves the books with it. */
public final class DueItems implements DueWork, ParkedItems {
  private final Books books;
  private final Map<Purpose, Concern> concerns;

  public DueItems(Books books, Map<Purpose, Concern> concerns) {
    this.books = books;
    this.concerns = concerns;
  }

  @Override
  public void changed(JournalTransaction tx, DestinationRow to, Arrival arrival) {
    Optional<DeliveryRow> known = known(tx, to, arrival);
    if (known.isPresent()) {
      changed(tx, to, known.get(), arrival);
    } else {
      concern(to).due(tx, to, arrival).ifPresent(due -> add(tx, to, arrival, due));
    }
  }

  /** An item's first event leaves nothing to look for. */
  private static Optional<DeliveryRow> known(
      JournalTransaction tx, DestinationRow to, Arrival arrival) {
    ItemRow item = arrival.item();
    return item.sequence() == arrival.sequence()
        ? Optional.empty()
        : tx.delivery(to.id(), item.id());
  }

  private void add(JournalTransaction tx, DestinationRow to, Arrival arrival, Instant due) {
    ItemRow item = arrival.item();
    // What is brought for the sake of entries has no order to keep, so nothing waits for it.
    long lane = to.isSelective() ? tx.addLane() : item.lane();
    DeliveryRow row = waiting(tx, to, arrival, due).inLane(lane);
    tx.addLast(row);
    if (to.isSelective()) {
      books.selected(tx, to, row);
    } else {
      books.received(tx, to.id(), item.id(), Counters.WAITING);
    }
  }

  private static DeliveryRow waiting(
      JournalTransaction tx, DestinationRow to, Arrival arrival, Instant due) {
    ItemRow item = arrival.item();
    return DeliveryRow.waiting(to.id(), item.id(), item.lane(), arrival.sequence(), due)
        .after(to.since())
        .rank(arrival.rank())
        .share(tx.share(Share.of(item.key())));
  }

  private void changed(
      JournalTransaction tx, DestinationRow to, DeliveryRow known, Arrival arrival) {
    DeliveryRow now = known;
    if (known.state() == Delivery.State.WRITTEN) {
      now = concern(to).changed(known, arrival).rank(arrival.rank());
      back(tx, now, arrival.at());
    } else if (known.state() == Delivery.State.WAITING && arrival.rank().isBefore(known.rank())) {
      now = known.rank(arrival.rank());
      tx.saveDelivery(now);
      tx.hurryLane(to.id(), now.lane(), now.rank());
    } else if (known.lane() == 0) {
      // It was parked before anybody knew its conversation.
      now = known.inLane(arrival.item().lane());
      tx.saveDelivery(now);
      tx.refreshLane(to.id(), 0);
      tx.keepTurn(to.id(), now.lane(), arrival.at());
    }
    count(tx, to, now);
  }

  /** Stores what may wait anywhere in its lane, which has no earlier turn by it. */
  private static void back(JournalTransaction tx, DeliveryRow row, Instant now) {
    tx.saveDelivery(row);
    tx.keepTurn(row.destination(), row.lane(), now);
    if (row.state() == Delivery.State.WAITING) {
      tx.hurryLane(row.destination(), row.lane(), row.rank());
    }
  }

  private void count(JournalTransaction tx, DestinationRow to, DeliveryRow row) {
    switch (row.state()) {
      case WAITING -> books.received(tx, to.id(), row.item(), Counters.WAITING);
      case WRITTEN -> books.received(tx, to.id(), row.item(), Counters.WRITTEN);
      case PARKED -> books.received(tx, to.id(), row.item(), Counters.PARKED);
      case IGNORED -> books.ignored(tx, to, row.item(), row.reason().orElseThrow());
    }
  }

  private Concern concern(DestinationRow to) {
    return Objects.requireNonNull(concerns.get(to.purpose()), "a concern for each purpose");
  }

  @Override
  public void revived(
      JournalTransaction tx, DestinationRow to, ItemRow item, List<Long> sequences) {
    Optional<DeliveryRow> row = tx.delivery(to.id(), item.id());
    for (long sequence : sequences) {
      if (row.isPresent() && sequence > to.since()) {
        revived(tx, row.get(), sequence);
      }
    }
  }

  private void revived(JournalTransaction tx, DeliveryRow row, long sequence) {
    int to = row.destination();
    String rule = Counters.ORIGINAL_NOT_SEEN;
    if (sequence <= row.written()) {
      books.revived(tx, to, row.item(), rule, Counters.WRITTEN);
      return;
    }
    switch (row.state()) {
      case PARKED -> books.revived(tx, to, row.item(), rule, Counters.PARKED);
      case WAITING, WRITTEN -> books.revived(tx, to, row.item(), rule, Counters.WAITING);
      case IGNORED -> books.ignoredFor(tx, to, row.item(), rule, row.reason().orElseThrow());
    }
  }

  @Override
  public void unreadable(JournalTransaction tx, DestinationRow to, Arrival arrival, String reason) {
    ItemRow item = arrival.item();
    if (known(tx, to, arrival).isPresent()) {
      changed(tx, to, arrival);
    } else if (!to.isSelective()) {
      tx.saveDelivery(
          waiting(tx, to, arrival, arrival.at())
              .setAside(Delivery.State.PARKED, "unreadable: " + reason));
      books.received(tx, to.id(), item.id(), Counters.PARKED);
    }
  }

  /** Puts a parked delivery back into its lane, at its old place, with all its attempts. */
  public void replay(JournalTransaction tx, DeliveryRow row, Instant now) {
    long events = tx.unwritten(row);
    back(tx, row.waiting(row.position(), now), now);
    books.move(tx, row.destination(), row.item(), Counters.PARKED, Counters.WAITING, events);
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
