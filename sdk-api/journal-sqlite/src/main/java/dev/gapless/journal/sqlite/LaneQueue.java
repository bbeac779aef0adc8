// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When the head of each lane is due, and the number of the newest lane. */
final class LaneQueue {
  static final String DUE =
      "SELECT lane FROM lane_due WHERE destination = ? AND due <= ? ORDER BY due, lane LIMIT ?";
  static final String NEXT_DUE =
      "SELECT due FROM lane_due WHERE destination = ? AND due > ? ORDER BY due LIMIT 1";
  private static final String ADD =
      "UPDATE mark SET value = value + 1 WHERE name = 'lane' RETURNING value";
  // Writes nothing if nothing changes.
  private static final String SET_DUE =
      "INSERT INTO lane_due (destination, lane, due) VALUES (?, ?, ?)"
          + " ON CONFLICT DO UPDATE SET due = excluded.due WHERE due <> excluded.due";
  private static final String JOIN =
      "INSERT INTO lane_due (destination, lane, due) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
  static final String FOLLOW_HEAD =
      """
      INSERT INTO lane_due (destination, lane, due)
      SELECT destination, lane, due FROM delivery
      WHERE destination = ? AND lane = ? AND state = 0 ORDER BY position LIMIT 1
      ON CONFLICT DO UPDATE SET due = excluded.due WHERE due <> excluded.due
      """;
  private static final String REMOVE = "DELETE FROM lane_due WHERE destination = ? AND lane = ?";
  static final String REMOVE_IF_EMPTY =
      REMOVE
          + " AND NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.destination = lane_due.destination"
          + " AND delivery.lane = lane_due.lane AND state = 0)";

  private final Sql due;
  private final Sql nextDue;
  private final Sql add;
  private final Sql setDue;
  private final Sql join;
  private final Sql followHead;
  private final Sql remove;
  private final Sql removeIfEmpty;

  LaneQueue(Session session) {
    due = session.sql(DUE);
    nextDue = session.sql(NEXT_DUE);
    add = session.sql(ADD);
    setDue = session.sql(SET_DUE);
    join = session.sql(JOIN);
    followHead = session.sql(FOLLOW_HEAD);
    remove = session.sql(REMOVE);
    removeIfEmpty = session.sql(REMOVE_IF_EMPTY);
  }

  List<Long> due(int destination, Instant now, int limit) {
    return due.list(row -> row.number(1), destination, now, limit);
  }

  Optional<Instant> nextDue(int destination, Instant after) {
    return nextDue.first(row -> row.instant(1), destination, after);
  }

  long addLane() {
    return add.number();
  }

  void due(int destination, long lane, Optional<Instant> at) {
    if (at.isPresent()) {
      setDue.run(destination, lane, at);
    } else {
      remove.run(destination, lane);
    }
  }

  /** Makes a lane due that was not in the queue, because nothing waited in it. */
  void join(int destination, long lane, Instant at) {
    join.run(destination, lane, at);
  }

  /** Makes the lane due when its head is, or takes it out. */
  void followHead(int destination, long lane) {
    if (followHead.run(destination, lane) == 0) {
      removeIfEmpty.run(destination, lane);
    }
  }
}
