// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.intake;

import dev.gapless.api.Action;
import dev.gapless.api.Interaction;
import dev.gapless.api.Kind;
import dev.gapless.engine.books.Books;
import dev.gapless.engine.books.Counters;
import dev.gapless.engine.fold.ItemState;
import dev.gapless.engine.fold.ItemStateJson;
import dev.gapless.engine.journal.DestinationRow;
import dev.gapless.engine.journal.EventRow;
import dev.gapless.engine.journal.ItemRow;
import dev.gapless.engine.journal.JournalTransaction;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Folds a contact's event into its item, and says what that means for each CRM. */
final class Folding {
  private final Books books;
  private final Threads threads;
  private final DueWork due;

  Folding(Books books, Threads threads, DueWork due) {
    this.books = books;
    this.threads = threads;
    this.due = due;
  }

  /**
   * The state before and after one event.
   *
   * @param visible what a CRM shall show after it
   * @param rule why the event changes nothing a CRM shows; empty if it does
   */
  record Step(
      Interaction event,
      ItemState before,
      ItemState after,
      Optional<Interaction> visible,
      Optional<String> rule) {
    /** A copy read back that shows what is known. */
    boolean isRepeat() {
      return event.action() == Action.OBSERVED
          && event.kind() != Kind.STATUS
          && rule.filter(Counters.NO_CHANGE::equals).isPresent();
    }

    boolean bringsOriginal() {
      return !before.hasOriginal() && after.hasOriginal();
    }
  }

  Step fold(Interaction event, Optional<ItemRow> known) {
    ItemState before =
        known.map(row -> ItemStateJson.read(row.key(), row.state())).orElse(ItemState.EMPTY);
    ItemState after = before.with(event);
    Optional<Interaction> visible = after.visible();
    boolean changed = !before.visible().equals(visible);
    return new Step(
        event,
        before,
        after,
        visible,
        changed ? Optional.empty() : Optional.of(rule(event, after)));
  }

  private static String rule(Interaction event, ItemState after) {
    if (event.kind() == Kind.STATUS) {
      return Counters.STATUS_FOLDED;
    }
    return after.hasOriginal() ? Counters.NO_CHANGE : Counters.ORIGINAL_NOT_SEEN;
  }

  /** Stores the folded state, in a row of its own if the item is new. */
  ItemRow store(JournalTransaction tx, Optional<ItemRow> known, Step step, long sequence) {
    ItemRow before =
        known.orElseGet(() -> new ItemRow(0, step.event().key(), sequence, 0, 0, 0, ""));
    long lane =
        before.lane() == 0 ? threads.lane(tx, step.event()) : reconnect(tx, before, step.event());
    boolean changed = step.rule().isEmpty();
    ItemRow folded =
        new ItemRow(
            before.id(),
            before.key(),
            before.sequence(),
            lane,
            changed ? sequence : before.revision(),
            changed && before.firstRevision() == 0 ? sequence : before.firstRevision(),
            ItemStateJson.write(step.after()));
    if (known.isEmpty()) {
      return tx.addItem(folded);
    }
    tx.saveItem(folded);
    return folded;
  }

  /** Makes the item due where its event, stored by now, changed what a CRM shows. */
  void settle(
      JournalTransaction tx,
      ItemRow row,
      Step step,
      long sequence,
      Receipt receipt,
      Collection<DestinationRow> destinations) {
    Arrival arrival =
        new Arrival(
            row,
            step.visible(),
            receipt.connection(),
            sequence,
            receipt.receivedAt(),
            receipt.rank(step.event()));
    for (DestinationRow to : destinations) {
      if (step.rule().isEmpty()) {
        due.changed(tx, to, arrival);
      } else {
        books.ignored(tx, to, row.id(), step.rule().get());
      }
    }
    // Of an item that has just come nothing can have been left out before.
    if (step.bringsOriginal() && row.sequence() < sequence) {
      revive(tx, row, destinations);
    }
  }

  /** A later event may prove more ids of the conversation; that may even join lanes. */
  private long reconnect(JournalTransaction tx, ItemRow row, Interaction event) {
    event.conversation().ifPresent(thread -> threads.connect(tx, row.key(), thread));
    return tx.item(row.id()).lane();
  }

  private void revive(JournalTransaction tx, ItemRow row, Collection<DestinationRow> destinations) {
    List<Long> revived =
        tx.events(row.id()).stream()
            .filter(event -> event.rule().filter(Counters.ORIGINAL_NOT_SEEN::equals).isPresent())
            .map(EventRow::sequence)
            .toList();
    if (!revived.isEmpty()) {
      tx.revive(row.id(), Counters.ORIGINAL_NOT_SEEN);
      destinations.forEach(to -> due.revived(tx, to, row, revived));
    }
  }
}
