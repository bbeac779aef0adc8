// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.api.ItemKey;
import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.DestinationRow;
import dev.gapless.engine.journal.DueLane;
import dev.gapless.engine.journal.EventRow;
import dev.gapless.engine.journal.ItemRow;
import dev.gapless.engine.journal.JournalView;
import dev.gapless.engine.journal.Rank;
import dev.gapless.engine.journal.ReceiptRow;
import dev.gapless.engine.journal.RecountPage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The questions, for as long as the work runs that was given them. */
class SqliteView implements JournalView {
  private final Tables tables;
  private boolean ended;

  SqliteView(Tables tables) {
    this.tables = tables;
  }

  final Tables tables() {
    if (ended) {
      throw new IllegalStateException("This view was kept beyond the work it was given to");
    }
    return tables;
  }

  final void end() {
    ended = true;
  }

  @Override
  public long lastSequence() {
    return tables().events.last();
  }

  @Override
  public Map<String, DestinationRow> destinations() {
    return tables().destinations.all();
  }

  @Override
  public Optional<ReceiptRow> receipt(long id) {
    return tables().receipts.receipt(id);
  }

  @Override
  public Optional<ItemRow> item(ItemKey key) {
    return tables().items.item(key);
  }

  @Override
  public ItemRow item(long id) {
    return tables().items.item(id);
  }

  @Override
  public List<EventRow> events(long item) {
    return tables().events.ofItem(item);
  }

  @Override
  public List<EventRow> notUnderstood(long after, int limit) {
    return tables().events.notUnderstood(after, limit);
  }

  @Override
  public boolean seen(long item, String change) {
    return tables().events.seen(item, change);
  }

  @Override
  public Optional<Long> lane(String scope, String conversation) {
    return tables().conversations.lane(scope, conversation);
  }

  @Override
  public Optional<DeliveryRow> delivery(int destination, long item) {
    return tables().deliveries.ofItem(destination, item);
  }

  @Override
  public List<DeliveryRow> heads(int destination, long lane, int limit) {
    return tables().deliveries.heads(destination, lane, limit);
  }

  @Override
  public List<Integer> dueShares(int destination, Instant now, Rank rank, int behind, int limit) {
    return tables().queue.shares(destination, now, rank, behind, limit);
  }

  @Override
  public List<DueLane> dueLanes(int destination, Instant now, Rank rank, int share, int limit) {
    return tables().queue.due(destination, now, rank, share, limit);
  }

  @Override
  public Optional<Instant> nextDue(int destination, Instant after) {
    return tables().queue.nextDue(destination, after);
  }

  @Override
  public List<DeliveryRow> announced(int destination, int limit) {
    return tables().deliveries.announced(destination, limit);
  }

  @Override
  public List<DeliveryRow> parked(int destination, long after, int limit) {
    return tables().deliveries.parked(destination, after, limit);
  }

  @Override
  public long countEvents(long item, long after, long upTo) {
    return tables().events.count(item, after, upTo);
  }

  @Override
  public Optional<Long> firstEvent(long item, long after) {
    return tables().events.first(item, after);
  }

  @Override
  public Map<String, Long> counters(int destination) {
    return tables().counters.all(destination);
  }

  @Override
  public RecountPage recount(DestinationRow destination, long afterItem, int limit) {
    return tables().recount.page(destination, afterItem, limit);
  }

  @Override
  public Optional<String> state(String owner, String key) {
    return tables().states.get(owner, key);
  }

  @Override
  public List<Long> held(String connection, String source, long after, int limit) {
    return tables().held.list(connection, source, after, limit);
  }

  @Override
  public Optional<String> laneName(long lane) {
    return tables().conversations.name(lane);
  }
}
