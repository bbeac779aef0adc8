// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.intake;

import dev.gapless.api.Action;
import dev.gapless.api.Interaction;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Kind;
import dev.gapless.api.channel.Item;
import dev.gapless.engine.books.Books;
import dev.gapless.engine.books.Counters;
import dev.gapless.engine.fold.ItemStateJson;
import dev.gapless.engine.journal.DestinationRow;
import dev.gapless.engine.journal.EventRow;
import dev.gapless.engine.journal.ItemRow;
import dev.gapless.engine.journal.JournalTransaction;
import java.util.Collection;
import java.util.Optional;

/**
 * Puts one receipt into the journal: the raw body, its items and events, the folded state, and what
 * is due towards each CRM, all in the caller's commit. "Seen before" is the event's row itself, so
 * nothing can be marked as seen and then lost.
 */
public final class Append {
  /** How a change begins that was found on a page read back, whatever it shows. */
  private static final String OBSERVED = "observed:";

  private final Books books;
  private final Threads threads = new Threads();
  private final DueWork due;
  private final Folding folding;
  private final Redaction redaction;

  public Append(Books books, DueWork due, Redaction redaction) {
    this.books = books;
    this.due = due;
    this.redaction = redaction;
    this.folding = new Folding(books, threads, due);
  }

  public Appended apply(JournalTransaction tx, Receipt receipt) {
    return apply(tx, receipt, 0);
  }

  /** Adds items of a receipt that is stored already, under that id. */
  public Appended apply(JournalTransaction tx, Receipt receipt, long storedAs) {
    Slots slots = new Slots(tx, receipt, storedAs);
    receipt.items().forEach(slots::add);
    if (storedAs > 0 && slots.events > 0) {
      tx.expiry().addedLater(storedAs, slots.sequence);
    }
    return new Appended(slots.events, slots.repeats);
  }

  private static boolean isCopy(Item.Contact contact) {
    return contact.interaction().action() == Action.OBSERVED
        && contact.interaction().kind() != Kind.STATUS;
  }

  private static boolean isReadBack(Item.Contact contact) {
    return isCopy(contact) || contact.change().startsWith(OBSERVED);
  }

  /** The places of one receipt's items, numbered in the order of receipt. */
  private final class Slots {
    private final JournalTransaction tx;
    private final Receipt receipt;
    private final Collection<DestinationRow> destinations;
    private long receiptId;
    private long sequence;
    private int events;
    private int repeats;

    Slots(JournalTransaction tx, Receipt receipt, long storedAs) {
      this.tx = tx;
      this.receipt = receipt;
      this.receiptId = storedAs;
      this.destinations = tx.destinations().values();
      this.sequence = tx.lastSequence();
    }

    void add(Item item) {
      Optional<ItemRow> known = tx.item(item.event().item());
      boolean seen = known.isPresent() && tx.seen(known.get().id(), item.event().change());
      if (known.filter(row -> ItemStateJson.isExpired(row.state())).isPresent()
          && !(item instanceof Item.Notice)) {
        addToExpired(item, known.get(), seen);
      } else if (item instanceof Item.Contact contact && isCopy(contact)) {
        // What it shows may have been seen before and undone since: only the state can tell.
        addContact(seen ? seenAgain(contact) : contact, known);
      } else if (seen) {
        repeated();
      } else if (item instanceof Item.Contact contact) {
        addContact(contact, known);
      } else if (item instanceof Item.Notice notice) {
        notice
            .conversation()
            .ifPresent(thread -> threads.connect(tx, notice.event().item(), thread));
        addIgnored(notice, row(notice.event().item(), known), notice.rule());
      } else if (item instanceof Item.Unreadable unreadable) {
        addParked(unreadable, known);
      }
    }

    private Item.Contact seenAgain(Item.Contact copy) {
      return new Item.Contact(
          copy.path(), copy.change() + ":" + (sequence + 1), copy.interaction());
    }

    private void addContact(Item.Contact contact, Optional<ItemRow> known) {
      Interaction event = redaction.keep(receipt.connection(), contact.interaction());
      Folding.Step step = folding.fold(event, known);
      if (step.isRepeat()) {
        repeated();
        return;
      }
      sequence++;
      ItemRow row = folding.store(tx, known, step, sequence);
      addEvent(row, contact, step.rule());
      folding.settle(tx, row, step, sequence, receipt, destinations);
    }

    /** Nothing is left that it could be compared with or folded into. */
    private void addToExpired(Item item, ItemRow row, boolean seen) {
      if (seen || (item instanceof Item.Contact contact && isReadBack(contact))) {
        repeated();
        return;
      }
      sequence++;
      addEvent(row, item, Optional.of(Counters.CONTENT_EXPIRED), true);
      destinations.forEach(to -> books.ignored(tx, to, row.id(), Counters.CONTENT_EXPIRED));
    }

    private void addIgnored(Item item, ItemRow row, String rule) {
      addEvent(row, item, Optional.of(rule));
      destinations.forEach(to -> books.ignored(tx, to, row.id(), rule));
    }

    private void addParked(Item.Unreadable item, Optional<ItemRow> known) {
      ItemRow row = row(item.key(), known);
      if (row.revision() > 0) {
        // Of a contact that is known: its entry is written once more, and that settles the event.
        row = row.revised(sequence);
        tx.saveItem(row);
      }
      addEvent(row, item, Optional.empty());
      Arrival arrival =
          new Arrival(
              row,
              Optional.empty(),
              receipt.connection(),
              sequence,
              receipt.receivedAt(),
              receipt.rank());
      for (DestinationRow to : destinations) {
        due.unreadable(tx, to, arrival, item.reason());
      }
    }

    private void repeated() {
      repeats++;
      destinations.forEach(to -> books.repeated(tx, to));
    }

    private ItemRow row(ItemKey key, Optional<ItemRow> known) {
      sequence++;
      return known.orElseGet(() -> tx.addItem(key, sequence, 0));
    }

    private void addEvent(ItemRow row, Item item, Optional<String> rule) {
      addEvent(row, item, rule, Understanding.of(item));
    }

    private void addEvent(ItemRow row, Item item, Optional<String> rule, boolean understood) {
      if (receiptId == 0) {
        // A body of repeats only is not stored again.
        receiptId = tx.addReceipt(receipt.connection(), receipt.receivedAt(), receipt.body());
      }
      tx.addEvent(
          new EventRow(
              sequence, row.id(), item.event().change(), receiptId, item.path(), rule, understood));
      events++;
    }
  }
}
