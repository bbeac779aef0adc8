// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.api.Delivery;
import dev.gapless.engine.journal.DeliveryRow;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

final class DeliveryTable {
  /** A delivery's id is made of item and destination, so the table is its own index by them. */
  static final int MOST_DESTINATIONS = 1_023;

  private static final String COLUMNS =
      "SELECT id, destination, item, "
          + MergedLanes.now("delivery")
          + ", position, state, due, attempts, written, announced, announced_at, uncertain_since,"
          + " last_tried, refs, reason, rank, share FROM delivery ";
  static final String OF_ITEM = COLUMNS + "WHERE id = ?";
  // SQLite uses a partial index only for a query that repeats its condition word for word.
  static final String HEADS =
      COLUMNS + "WHERE destination = ? AND lane = ? AND state = 0 ORDER BY position LIMIT ?";
  static final String ANNOUNCED =
      COLUMNS
          + "WHERE destination = ? AND announced > 0 AND uncertain_since IS NULL"
          + " ORDER BY id LIMIT ?";
  static final String PARKED =
      COLUMNS + "WHERE destination = ? AND id > ? AND state = 2 ORDER BY id LIMIT ?";
  private static final String ADD =
      """
      INSERT INTO delivery (id, destination, item, lane, position, state, due, attempts,
        written, announced, announced_at, uncertain_since, last_tried, refs, reason, rank, share)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String SAVE =
      ADD
          + """
      ON CONFLICT (id) DO UPDATE SET
        lane = excluded.lane, position = excluded.position, state = excluded.state,
        due = excluded.due, attempts = excluded.attempts, written = excluded.written,
        announced = excluded.announced, announced_at = excluded.announced_at,
        uncertain_since = excluded.uncertain_since, last_tried = excluded.last_tried,
        refs = excluded.refs, reason = excluded.reason, rank = excluded.rank,
        share = excluded.share
      """;

  private final Sql ofItem;
  private final Sql heads;
  private final Sql announced;
  private final Sql parked;
  private final Sql add;
  private final Sql save;

  DeliveryTable(Session session) {
    ofItem = session.sql(OF_ITEM);
    heads = session.sql(HEADS);
    announced = session.sql(ANNOUNCED);
    parked = session.sql(PARKED);
    add = session.sql(ADD);
    save = session.sql(SAVE);
  }

  Optional<DeliveryRow> ofItem(int destination, long item) {
    return ofItem.first(DeliveryTable::delivery, id(destination, item));
  }

  List<DeliveryRow> heads(int destination, long lane, int limit) {
    return heads.list(DeliveryTable::delivery, destination, lane, limit);
  }

  List<DeliveryRow> announced(int destination, int limit) {
    return announced.list(DeliveryTable::delivery, destination, limit);
  }

  List<DeliveryRow> parked(int destination, long after, int limit) {
    return parked.list(DeliveryTable::delivery, destination, after, limit);
  }

  /** A row of its own: destination and item are new together. */
  void add(DeliveryRow delivery) {
    run(add, delivery);
  }

  void save(DeliveryRow delivery) {
    run(save, delivery);
  }

  private static void run(Sql statement, DeliveryRow delivery) {
    statement.run(
        id(delivery.destination(), delivery.item()),
        delivery.destination(),
        delivery.item(),
        delivery.lane(),
        delivery.position(),
        code(delivery.state()),
        delivery.due(),
        delivery.attempts(),
        delivery.written(),
        delivery.announced(),
        delivery.announcedAt(),
        delivery.uncertainSince(),
        delivery.lastTried(),
        RefsText.of(delivery.refs()),
        delivery.reason(),
        RankCode.of(delivery.rank()),
        delivery.share());
  }

  private static DeliveryRow delivery(Row row) throws SQLException {
    return new DeliveryRow(
        row.number(1),
        row.small(2),
        row.number(3),
        row.number(4),
        row.number(5),
        state(row.small(6)),
        row.instant(7),
        row.small(8),
        row.number(9),
        row.number(10),
        row.optionalInstant(11),
        row.optionalInstant(12),
        row.optionalInstant(13),
        RefsText.parse(row.text(14)),
        row.optionalText(15),
        row.rank(16),
        row.small(17));
  }

  private static long id(int destination, long item) {
    return item * (MOST_DESTINATIONS + 1) + destination;
  }

  private static int code(Delivery.State state) {
    return switch (state) {
      case WAITING -> 0;
      case WRITTEN -> 1;
      case PARKED -> 2;
      case IGNORED -> 3;
    };
  }

  static Delivery.State state(int code) {
    return switch (code) {
      case 0 -> Delivery.State.WAITING;
      case 1 -> Delivery.State.WRITTEN;
      case 2 -> Delivery.State.PARKED;
      case 3 -> Delivery.State.IGNORED;
      default -> throw new IllegalStateException("The journal has a delivery in state " + code);
    };
  }
}
