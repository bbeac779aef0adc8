// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.EventRow;
import dev.gapless.engine.journal.Expiry.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds old rows and takes them out; numbers that were given are not given again. */
final class Removal {
  static final String EVENTS =
      EventTable.COLUMNS + "WHERE sequence > ? AND sequence <= ? ORDER BY sequence LIMIT ?";
  static final String RECEIVED = "SELECT received_at FROM receipt WHERE id = ?";
  // Of a blob SQLite knows its length without reading it.
  static final String SIZE = "SELECT length(body) FROM receipt WHERE id = ?";
  static final String ADDED_LATER = "SELECT sequence FROM added_later WHERE receipt = ?";
  static final String UNREAD =
      "SELECT 1 FROM event INDEXED BY event_unread WHERE receipt = ? AND understood = 0";
  static final String NEVER_READ =
      "UPDATE event INDEXED BY event_unread SET understood = 1"
          + " WHERE receipt = ? AND understood = 0";
  static final String LAST_EVENT = "SELECT max(sequence) FROM event WHERE item = ?";
  // As many rows as there are pages of sweeps under way.
  private static final String HELD = "SELECT 1 FROM held WHERE receipt = ?";
  private static final String LET_GO = "DELETE FROM held WHERE receipt = ?";
  private static final String SET_ADDED_LATER =
      "INSERT INTO added_later (receipt, sequence) VALUES (?, ?)"
          + " ON CONFLICT DO UPDATE SET sequence = excluded.sequence";
  private static final String FORGET_ADDED = "DELETE FROM added_later WHERE receipt = ?";
  private static final String REMOVE_EVENT = "DELETE FROM event WHERE sequence = ?";
  private static final String REMOVE_ITEM = "DELETE FROM item WHERE id = ?";
  static final String REMOVE_DELIVERIES =
      "DELETE FROM delivery WHERE id > ?1 * 1024 AND id < (?1 + 1) * 1024";

  private final Tables tables;
  private final Sql events;
  private final Sql received;
  private final Sql size;
  private final Sql addedLater;
  private final Sql unread;
  private final Sql neverRead;
  private final Sql lastEvent;
  private final Sql held;
  private final Sql letGo;
  private final Sql setAddedLater;
  private final Sql forgetAdded;
  private final Sql removeEvent;
  private final Sql removeItem;
  private final Sql removeDeliveries;

  Removal(Session session, Tables tables) {
    this.tables = tables;
    events = session.sql(EVENTS);
    received = session.sql(RECEIVED);
    size = session.sql(SIZE);
    addedLater = session.sql(ADDED_LATER);
    unread = session.sql(UNREAD);
    neverRead = session.sql(NEVER_READ);
    lastEvent = session.sql(LAST_EVENT);
    held = session.sql(HELD);
    letGo = session.sql(LET_GO);
    setAddedLater = session.sql(SET_ADDED_LATER);
    forgetAdded = session.sql(FORGET_ADDED);
    removeEvent = session.sql(REMOVE_EVENT);
    removeItem = session.sql(REMOVE_ITEM);
    removeDeliveries = session.sql(REMOVE_DELIVERIES);
  }

  List<EventRow> events(long after, long upTo, int limit) {
    return events.list(EventTable::event, after, upTo, limit);
  }

  Optional<Instant> receivedAt(long receipt) {
    return received.first(row -> row.instant(1), receipt);
  }

  long size(long receipt) {
    return size.number(receipt);
  }

  long addedLater(long receipt) {
    return addedLater.number(receipt);
  }

  void addedLater(long receipt, long sequence) {
    setAddedLater.run(receipt, sequence);
  }

  boolean hasUnread(long receipt) {
    return unread.any(receipt);
  }

  boolean isHeld(long receipt) {
    return held.any(receipt);
  }

  long lastEvent(long item) {
    return lastEvent.number(item);
  }

  int receipt(long id) {
    int never = neverRead.run(id);
    letGo.run(id);
    forgetAdded.run(id);
    tables.kept.release(Cause.RAW, id);
    tables.receipts.drop(id);
    return never;
  }

  void item(long id) {
    for (EventRow event : tables.events.ofItem(id)) {
      tables.events.given.keep(event.sequence());
      removeEvent.run(event.sequence());
    }
    tables.items.given.keep(id);
    removeDeliveries.run(id);
    removeItem.run(id);
  }
}
