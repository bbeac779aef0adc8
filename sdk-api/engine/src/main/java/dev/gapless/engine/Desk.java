// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine;

import dev.gapless.api.Delivery;
import dev.gapless.api.ItemKey;
import dev.gapless.engine.delivery.Destination;
import dev.gapless.engine.delivery.DueItems;
import dev.gapless.engine.fold.ItemStateJson;
import dev.gapless.engine.journal.Committer;
import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.DestinationRow;
import dev.gapless.engine.journal.ItemRow;
import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalTransaction;
import dev.gapless.engine.journal.JournalView;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where people look at single items: their way, what is parked, and putting it back. */
final class Desk {
  private static final int PAGE = 500;

  private final Journal journal;
  private final Committer committer;
  private final DueItems due;
  private final Map<String, Destination> destinations;
  private final Clock clock;

  /**
   * @param destinations those in use, by name; the journal may know others
   */
  Desk(
      Journal journal,
      Committer committer,
      DueItems due,
      Map<String, Destination> destinations,
      Clock clock) {
    this.journal = journal;
    this.committer = committer;
    this.due = due;
    this.destinations = destinations;
    this.clock = clock;
  }

  Optional<Trace> trace(ItemKey key) {
    return journal.read(view -> view.item(key).map(item -> trace(view, item)));
  }

  private static Trace trace(JournalView view, ItemRow item) {
    return new Trace(
        item.key(),
        view.events(item.id()).stream()
            .map(event -> new Trace.Event(event.sequence(), event.change(), event.rule()))
            .toList(),
        view.destinations().values().stream()
            .flatMap(
                to -> view.delivery(to.id(), item.id()).map(row -> show(to, row, item)).stream())
            .toList(),
        ItemStateJson.isExpired(item.state()));
  }

  List<Delivery> parked(String crm, int limit) {
    return journal.read(
        view -> {
          DestinationRow to = destination(view, crm);
          return view.parked(to.id(), 0, limit).stream()
              .map(row -> show(to, row, view.item(row.item())))
              .toList();
        });
  }

  int replay(String crm, Optional<ItemKey> only) {
    int id = journal.read(view -> destination(view, crm)).id();
    Optional.ofNullable(destinations.get(crm)).ifPresent(Destination::replaying);
    if (only.isPresent()) {
      return committer.commit(1, tx -> replayOne(tx, id, only.get()));
    }
    int replayed = 0;
    long after = 0;
    for (List<DeliveryRow> page = page(id, after); !page.isEmpty(); page = page(id, after)) {
      List<DeliveryRow> rows = page;
      replayed += committer.commit(rows.size(), tx -> replay(tx, rows));
      after = rows.get(rows.size() - 1).id();
    }
    return replayed;
  }

  private List<DeliveryRow> page(int destination, long after) {
    return journal.read(view -> view.parked(destination, after, PAGE));
  }

  private int replayOne(JournalTransaction tx, int destination, ItemKey key) {
    return tx.item(key)
        .flatMap(item -> tx.delivery(destination, item.id()))
        .map(row -> replay(tx, List.of(row)))
        .orElse(0);
  }

  private int replay(JournalTransaction tx, List<DeliveryRow> rows) {
    int replayed = 0;
    for (DeliveryRow read : rows) {
      // It may have been replayed or have gone since it was read. An unreadable item has nothing to
      // show yet; only reading it again can help.
      Optional<DeliveryRow> parked =
          tx.delivery(read.destination(), read.item())
              .filter(row -> row.state() == Delivery.State.PARKED)
              .filter(row -> tx.item(row.item()).revision() > 0);
      parked.ifPresent(row -> due.replay(tx, row, clock.instant()));
      replayed += parked.isPresent() ? 1 : 0;
    }
    return replayed;
  }

  private static DestinationRow destination(JournalView view, String crm) {
    DestinationRow to = view.destinations().get(crm);
    if (to == null) {
      throw new IllegalArgumentException(
          "no CRM '" + crm + "' in the journal; known: " + view.destinations().keySet());
    }
    return to;
  }

  private static Delivery show(DestinationRow to, DeliveryRow row, ItemRow item) {
    return new Delivery(
        to.name(),
        to.purpose().label(),
        Long.toString(row.lane()),
        item.key(),
        row.state(),
        row.due(),
        row.announcedAt(),
        row.attempts(),
        row.refs(),
        row.reason());
  }
}
