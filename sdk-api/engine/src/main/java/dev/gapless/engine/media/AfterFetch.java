// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.media;

import dev.gapless.api.CrmRefs;
import dev.gapless.api.Delivery;
import dev.gapless.api.Interaction;
import dev.gapless.engine.books.Books;
import dev.gapless.engine.books.Counters;
import dev.gapless.engine.delivery.Concern;
import dev.gapless.engine.delivery.Follower;
import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.DestinationRow;
import dev.gapless.engine.journal.JournalTransaction;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

/** What was fetched is due to be handed to a CRM, as soon as the CRM has the entry. */
final class AfterFetch implements Follower {
  private final String channel;
  private final DestinationRow crm;
  private final DestinationRow files;
  private final Books books;
  private final Clock clock;

  AfterFetch(String channel, DestinationRow crm, DestinationRow files, Books books, Clock clock) {
    this.channel = channel;
    this.crm = crm;
    this.files = files;
    this.books = books;
    this.clock = clock;
  }

  @Override
  public void written(JournalTransaction tx, DeliveryRow fetched, Interaction shown) {
    follow(tx, fetched, shown.attachments().isEmpty());
  }

  /** What did come is handed over all the same. */
  @Override
  public void parked(JournalTransaction tx, DeliveryRow fetched) {
    follow(tx, fetched, false);
  }

  private void follow(JournalTransaction tx, DeliveryRow fetched, boolean withdrawn) {
    Optional<DeliveryRow> known = tx.delivery(files.id(), fetched.item());
    CrmRefs refs =
        new FileRefs(known.map(DeliveryRow::refs).orElseGet(CrmRefs::none))
            .withFetched(fetched.refs(), channel);
    boolean call = new FileRefs(refs).callFor(withdrawn);
    if (known.isPresent()) {
      again(tx, known.get().refs(refs), call, fetched.written());
    } else if (call) {
      add(tx, fetched, refs);
    }
  }

  private void add(JournalTransaction tx, DeliveryRow fetched, CrmRefs refs) {
    Optional<DeliveryRow> entry = tx.delivery(crm.id(), fetched.item());
    DeliveryRow row =
        DeliveryRow.waiting(
                files.id(), fetched.item(), tx.addLane(), fetched.position(), due(entry))
            .after(files.since())
            .rank(fetched.rank())
            .share(fetched.share())
            .refs(refs);
    save(tx, row);
    books.selected(tx, files, row);
    if (entry.filter(one -> one.state() == Delivery.State.IGNORED).isPresent()) {
      leaveOut(tx, row);
    }
  }

  private void again(JournalTransaction tx, DeliveryRow row, boolean call, long upTo) {
    boolean aside = row.state() == Delivery.State.PARKED || row.state() == Delivery.State.IGNORED;
    if (aside || row.announced() > 0) {
      // A call on its way settles by itself, and is due again if there is more.
      tx.saveDelivery(row);
    } else if (call) {
      save(tx, row.waiting(row.position(), due(tx.delivery(crm.id(), row.item()))));
    } else {
      long events = tx.countEvents(row.item(), row.written(), upTo);
      books.move(tx, files.id(), row.item(), Counters.WAITING, Counters.WRITTEN, events);
      save(tx, row.writtenUpTo(Math.max(upTo, row.written()), row.refs()));
    }
  }

  private Instant due(Optional<DeliveryRow> entry) {
    return entry.flatMap(row -> row.refs().entry()).isPresent() ? clock.instant() : Concern.LATER;
  }

  /** The CRM has the entry: files that are here may follow it. */
  Follower ofEntries() {
    return new Follower() {
      @Override
      public void written(JournalTransaction tx, DeliveryRow entry, Interaction shown) {
        waiting(tx, entry)
            .filter(row -> row.due().equals(Concern.LATER))
            .filter(row -> new FileRefs(row.refs()).callFor(shown.attachments().isEmpty()))
            .ifPresent(row -> save(tx, row.due(clock.instant())));
      }

      @Override
      public void leftOut(JournalTransaction tx, DeliveryRow entry) {
        waiting(tx, entry).ifPresent(row -> AfterFetch.this.leaveOut(tx, row));
      }
    };
  }

  /** The CRM has the files that its call began with: others may have come meanwhile. */
  static Follower ofHandOver(Clock clock) {
    return (tx, handed, shown) -> {
      FileRefs refs = new FileRefs(handed.refs());
      boolean more = IntStream.range(0, shown.attachments().size()).anyMatch(refs::waits);
      if (more && handed.state() == Delivery.State.WRITTEN) {
        save(tx, handed.waiting(handed.position(), clock.instant()));
      }
    };
  }

  private Optional<DeliveryRow> waiting(JournalTransaction tx, DeliveryRow entry) {
    return tx.delivery(files.id(), entry.item())
        .filter(row -> row.state() == Delivery.State.WAITING);
  }

  private void leaveOut(JournalTransaction tx, DeliveryRow row) {
    long events = tx.unwritten(row);
    books.leftOut(tx, files.id(), row.item(), Counters.WAITING, Counters.DELETED_IN_CRM, events);
    save(tx, row.setAside(Delivery.State.IGNORED, Counters.DELETED_IN_CRM));
  }

  private static void save(JournalTransaction tx, DeliveryRow row) {
    tx.saveDelivery(row);
    tx.refreshLane(row.destination(), row.lane());
  }
}
