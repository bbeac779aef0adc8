// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.contract;

import dev.gapless.api.ItemKey;
import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.DestinationRow;
import dev.gapless.engine.journal.DueLane;
import dev.gapless.engine.journal.EventRow;
import dev.gapless.engine.journal.ItemRow;
import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalView;
import dev.gapless.engine.journal.Rank;
import dev.gapless.engine.journal.ReceiptRow;
import dev.gapless.engine.journal.RecountPage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks each question in a read of its own. */
public record FreshView(Supplier<Journal> journal) implements JournalView {
  @Override
  public long lastSequence() {
    return journal.get().<Long>read(JournalView::lastSequence);
  }

  @Override
  public Map<String, DestinationRow> destinations() {
    return journal.get().read(JournalView::destinations);
  }

  @Override
  public Optional<ReceiptRow> receipt(long id) {
    return journal.get().read(view -> view.receipt(id));
  }

  @Override
  public Optional<ItemRow> item(ItemKey key) {
    return journal.get().read(view -> view.item(key));
  }

  @Override
  public ItemRow item(long id) {
    return journal.get().read(view -> view.item(id));
  }

  @Override
  public List<EventRow> events(long item) {
    return journal.get().read(view -> view.events(item));
  }

  @Override
  public List<EventRow> notUnderstood(long after, int limit) {
    return journal.get().read(view -> view.notUnderstood(after, limit));
  }

  @Override
  public boolean seen(long item, String change) {
    return journal.get().<Boolean>read(view -> view.seen(item, change));
  }

  @Override
  public Optional<Long> lane(String scope, String conversation) {
    return journal.get().read(view -> view.lane(scope, conversation));
  }

  @Override
  public Optional<DeliveryRow> delivery(int destination, long item) {
    return journal.get().read(view -> view.delivery(destination, item));
  }

  @Override
  public List<DeliveryRow> heads(int destination, long lane, int limit) {
    return journal.get().read(view -> view.heads(destination, lane, limit));
  }

  @Override
  public List<Integer> dueShares(int destination, Instant now, Rank rank, int behind, int limit) {
    return journal.get().read(view -> view.dueShares(destination, now, rank, behind, limit));
  }

  @Override
  public List<DueLane> dueLanes(int destination, Instant now, Rank rank, int share, int limit) {
    return journal.get().read(view -> view.dueLanes(destination, now, rank, share, limit));
  }

  @Override
  public Optional<Instant> nextDue(int destination, Instant after) {
    return journal.get().read(view -> view.nextDue(destination, after));
  }

  @Override
  public List<DeliveryRow> announced(int destination, int limit) {
    return journal.get().read(view -> view.announced(destination, limit));
  }

  @Override
  public List<DeliveryRow> parked(int destination, long after, int limit) {
    return journal.get().read(view -> view.parked(destination, after, limit));
  }

  @Override
  public long countEvents(long item, long after, long upTo) {
    return journal.get().<Long>read(view -> view.countEvents(item, after, upTo));
  }

  @Override
  public Optional<Long> firstEvent(long item, long after) {
    return journal.get().read(view -> view.firstEvent(item, after));
  }

  @Override
  public Map<String, Long> counters(int destination) {
    return journal.get().read(view -> view.counters(destination));
  }

  @Override
  public RecountPage recount(DestinationRow destination, long afterItem, int limit) {
    return journal.get().read(view -> view.recount(destination, afterItem, limit));
  }

  @Override
  public Optional<String> state(String owner, String key) {
    return journal.get().read(view -> view.state(owner, key));
  }

  @Override
  public List<Long> held(String connection, String source, long after, int limit) {
    return journal.get().read(view -> view.held(connection, source, after, limit));
  }

  @Override
  public Optional<String> laneName(long lane) {
    return journal.get().read(view -> view.laneName(lane));
  }
}
