// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.EventRow;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

final class EventTable {
  static final String LAST = "SELECT max(sequence) FROM event";
  static final String COLUMNS =
      "SELECT sequence, item, change, receipt, path, rule, understood FROM event ";
  static final String OF_ITEM = COLUMNS + "WHERE item = ? ORDER BY sequence";
  // Named, because the order by sequence could also be had by reading all events.
  static final String NOT_UNDERSTOOD =
      COLUMNS
          + "INDEXED BY event_not_understood"
          + " WHERE understood = 0 AND sequence > ? ORDER BY sequence LIMIT ?";
  static final String SEEN = "SELECT 1 FROM event WHERE item = ? AND change = ?";
  static final String COUNT =
      "SELECT count(*) FROM event"
          + " WHERE item = ? AND sequence > ? AND sequence <= ? AND rule IS NULL";
  static final String FIRST =
      "SELECT sequence FROM event WHERE item = ? AND sequence > ? AND rule IS NULL"
          + " ORDER BY sequence LIMIT 1";
  private static final String ADD =
      "INSERT INTO event (sequence, item, change, receipt, path, rule, understood)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?)";
  private static final String UNDERSTOOD = "UPDATE event SET understood = 1 WHERE sequence = ?";
  static final String REVIVE = "UPDATE event SET rule = NULL WHERE item = ? AND rule = ?";

  final Numbering given;
  private final Sql ofItem;
  private final Sql notUnderstood;
  private final Sql seen;
  private final Sql count;
  private final Sql first;
  private final Sql add;
  private final Sql understood;
  private final Sql revive;

  EventTable(Session session) {
    given = new Numbering(session, LAST, "event");
    ofItem = session.sql(OF_ITEM);
    notUnderstood = session.sql(NOT_UNDERSTOOD);
    seen = session.sql(SEEN);
    count = session.sql(COUNT);
    first = session.sql(FIRST);
    add = session.sql(ADD);
    understood = session.sql(UNDERSTOOD);
    revive = session.sql(REVIVE);
  }

  void begin() {
    given.begin();
  }

  long last() {
    return given.last();
  }

  List<EventRow> ofItem(long item) {
    return ofItem.list(EventTable::event, item);
  }

  List<EventRow> notUnderstood(long after, int limit) {
    return notUnderstood.list(EventTable::event, after, limit);
  }

  boolean seen(long item, String change) {
    return seen.any(item, change);
  }

  long count(long item, long after, long upTo) {
    return count.number(item, after, upTo);
  }

  Optional<Long> first(long item, long after) {
    return first.first(row -> row.number(1), item, after);
  }

  void add(EventRow event) {
    add.run(
        event.sequence(),
        event.item(),
        event.change(),
        event.receipt(),
        event.path(),
        event.rule(),
        event.understood() ? 1 : 0);
    given.stored(event.sequence());
  }

  void understood(long sequence) {
    understood.run(sequence);
  }

  long revive(long item, String rule) {
    return revive.run(item, rule);
  }

  static EventRow event(Row row) throws SQLException {
    return new EventRow(
        row.number(1),
        row.number(2),
        row.text(3),
        row.number(4),
        row.text(5),
        row.optionalText(6),
        row.small(7) == 1);
  }
}
