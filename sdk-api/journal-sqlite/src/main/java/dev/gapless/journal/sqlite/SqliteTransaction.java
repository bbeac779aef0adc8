// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.DestinationRow;
import dev.gapless.engine.journal.EventRow;
import dev.gapless.engine.journal.Expiry;
import dev.gapless.engine.journal.ItemRow;
import dev.gapless.engine.journal.JournalTransaction;
import dev.gapless.engine.journal.Rank;
import java.time.Instant;
import java.util.Optional;

/** The changes of one commit. */
final class SqliteTransaction extends SqliteView implements JournalTransaction {
  private final Expiry expiry = new SqliteExpiry(this::tables);

  SqliteTransaction(Tables tables) {
    super(tables);
  }

  @Override
  public DestinationRow addDestination(String name, long since) {
    return tables().destinations.add(name, since);
  }

  @Override
  public long addReceipt(String connection, Instant receivedAt, byte[] body) {
    return tables().receipts.add(connection, receivedAt, body);
  }

  @Override
  public ItemRow addItem(ItemRow item) {
    return tables().items.add(item);
  }

  @Override
  public void saveItem(ItemRow item) {
    tables().items.save(item);
  }

  @Override
  public void addEvent(EventRow event) {
    tables().events.add(event);
  }

  @Override
  public void understood(long sequence) {
    tables().events.understood(sequence);
  }

  @Override
  public long revive(long item, String rule) {
    return tables().events.revive(item, rule);
  }

  @Override
  public long addLane() {
    return tables().queue.addLane();
  }

  @Override
  public void alias(String scope, String conversation, long lane) {
    tables().conversations.alias(scope, conversation, lane);
  }

  @Override
  public void mergeLane(long from, long to) {
    tables().mergeLane(from, to);
  }

  @Override
  public void saveDelivery(DeliveryRow delivery) {
    tables().deliveries.save(delivery);
  }

  @Override
  public void addLast(DeliveryRow delivery) {
    tables().deliveries.add(delivery);
    tables().queue.join(delivery);
  }

  @Override
  public void refreshLane(int destination, long lane, Instant served) {
    tables().queue.followHead(destination, lane, served);
  }

  @Override
  public void keepTurn(int destination, long lane, Instant now) {
    tables().queue.keepTurn(destination, lane, now);
  }

  @Override
  public void hurryLane(int destination, long lane, Rank rank) {
    tables().queue.hurry(destination, lane, rank);
  }

  @Override
  public int share(String name) {
    return tables().shares.number(name);
  }

  @Override
  public void count(int destination, String counter, long delta) {
    tables().counters.add(destination, counter, delta);
  }

  @Override
  public void putState(String owner, String key, String value) {
    tables().states.put(owner, key, value);
  }

  @Override
  public void hold(String connection, String source, long receipt) {
    tables().held.add(connection, source, receipt);
  }

  @Override
  public void release(String connection, String source) {
    tables().held.release(connection, source);
  }

  @Override
  public void dropReceipt(long id) {
    tables().receipts.drop(id);
  }

  /** Asking on behalf of a change is using it. */
  @Override
  public Optional<Long> lane(String scope, String conversation) {
    return tables().conversations.use(scope, conversation);
  }

  @Override
  public Expiry expiry() {
    return expiry;
  }

  @Override
  public void nameLane(long lane, String conversation) {
    tables().conversations.name(lane, conversation);
  }
}
