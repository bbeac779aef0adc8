// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.DueLane;
import dev.gapless.engine.journal.JournalTransaction;
import dev.gapless.engine.journal.Rank;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When the head of each lane is due, how urgent the lane is, and the number of the newest lane. */
final class LaneQueue {
  // From one share to the next by a step in the index, over whatever queues for the one before.
  static final String SHARES =
      """
      WITH RECURSIVE shares (share) AS (
        SELECT min(share) FROM lane_due WHERE destination = ?1 AND rank = ?2 AND share > ?4
        UNION ALL
        SELECT (SELECT min(next.share) FROM lane_due AS next
          WHERE next.destination = ?1 AND next.rank = ?2 AND next.share > shares.share)
        FROM shares WHERE share IS NOT NULL
      )
      SELECT share FROM shares WHERE share IS NOT NULL AND EXISTS (
        SELECT 1 FROM lane_due AS one WHERE one.destination = ?1 AND one.rank = ?2
          AND one.share = shares.share AND one.due <= ?3)
      LIMIT ?5
      """;
  static final String DUE =
      "SELECT lane, due FROM lane_due WHERE destination = ? AND rank = ? AND share = ?"
          + " AND due <= ? ORDER BY due, lane LIMIT ?";
  static final String NEXT_DUE =
      """
      WITH RECURSIVE shares (rank, share) AS (
        SELECT column1, (SELECT min(first.share) FROM lane_due AS first
          WHERE first.destination = ?1 AND first.rank = column1)
        FROM (VALUES (0), (1), (2))
        UNION ALL
        SELECT rank, (SELECT min(next.share) FROM lane_due AS next
          WHERE next.destination = ?1 AND next.rank = shares.rank AND next.share > shares.share)
        FROM shares WHERE share IS NOT NULL
      )
      SELECT min((SELECT min(one.due) FROM lane_due AS one WHERE one.destination = ?1
        AND one.rank = shares.rank AND one.share = shares.share AND one.due > ?2))
      FROM shares WHERE share IS NOT NULL
      """;
  static final String QUEUED =
      "SELECT 1 FROM destination JOIN lane_due ON lane_due.destination = destination.id"
          + " WHERE lane_due.lane = ?";
  private static final String ADD =
      "UPDATE mark SET value = value + 1 WHERE name = 'lane' RETURNING value";
  private static final String JOIN =
      "INSERT INTO lane_due (destination, lane, due, rank, share) VALUES (?, ?, ?, ?, ?)"
          + " ON CONFLICT DO UPDATE SET rank = excluded.rank WHERE rank > excluded.rank";
  static final String FOLLOW_HEAD =
      """
      INSERT INTO lane_due (destination, lane, due, rank, share)
      SELECT destination, lane, max(due, ?3),
        CASE rank WHEN 0 THEN 0 ELSE (SELECT min(rank) FROM (
          SELECT rank FROM delivery WHERE destination = ?1 AND lane = ?2 AND state = 0
          ORDER BY position LIMIT %1$d)) END,
        share
      FROM delivery WHERE destination = ?1 AND lane = ?2 AND state = 0 ORDER BY position LIMIT 1
      ON CONFLICT DO UPDATE SET due = max(excluded.due, min(due, ?4)), share = excluded.share,
        rank = CASE WHEN rank < excluded.rank AND EXISTS (
          SELECT 1 FROM delivery WHERE destination = ?1 AND lane = ?2 AND state = 0
          ORDER BY position LIMIT 1 OFFSET %1$d) THEN rank ELSE excluded.rank END
      WHERE due <> max(excluded.due, min(due, ?4)) OR rank <> excluded.rank
        OR share <> excluded.share
      """
          .formatted(JournalTransaction.LOOK_AHEAD);
  private static final String HURRY =
      "UPDATE lane_due SET rank = ?3 WHERE destination = ?1 AND lane = ?2 AND rank > ?3";
  private static final String RANK = "SELECT rank FROM lane_due WHERE destination = ? AND lane = ?";
  private static final String REMOVE = "DELETE FROM lane_due WHERE destination = ? AND lane = ?";
  static final String REMOVE_IF_EMPTY =
      REMOVE
          + " AND NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.destination = lane_due.destination"
          + " AND delivery.lane = lane_due.lane AND state = 0)";

  private final Sql shares;
  private final Sql due;
  private final Sql nextDue;
  private final Sql queued;
  private final Sql add;
  private final Sql join;
  private final Sql followHead;
  private final Sql hurry;
  private final Sql rank;
  private final Sql remove;
  private final Sql removeIfEmpty;

  LaneQueue(Session session) {
    shares = session.sql(SHARES);
    due = session.sql(DUE);
    nextDue = session.sql(NEXT_DUE);
    queued = session.sql(QUEUED);
    add = session.sql(ADD);
    join = session.sql(JOIN);
    followHead = session.sql(FOLLOW_HEAD);
    hurry = session.sql(HURRY);
    rank = session.sql(RANK);
    remove = session.sql(REMOVE);
    removeIfEmpty = session.sql(REMOVE_IF_EMPTY);
  }

  List<Integer> shares(int destination, Instant now, Rank rank, int behind, int limit) {
    return shares.list(row -> row.small(1), destination, RankCode.of(rank), now, behind, limit);
  }

  List<DueLane> due(int destination, Instant now, Rank rank, int share, int limit) {
    return due.list(
        row -> new DueLane(row.number(1), rank, share, row.instant(2)),
        destination,
        RankCode.of(rank),
        share,
        now,
        limit);
  }

  Optional<Instant> nextDue(int destination, Instant after) {
    return nextDue.first(row -> row.optionalInstant(1), destination, after).orElseThrow();
  }

  boolean isQueued(long lane) {
    return queued.any(lane);
  }

  long addLane() {
    return add.number();
  }

  /** A delivery waits behind all others of its lane, or as the only one. */
  void join(DeliveryRow last) {
    join.run(last.destination(), last.lane(), last.due(), RankCode.of(last.rank()), last.share());
  }

  /** Makes the lane due when its head is, and as urgent as what waits; or takes it out. */
  void followHead(int destination, long lane, Instant atEarliest) {
    followHead(destination, lane, atEarliest, Instant.EPOCH);
  }

  /** As its head, but due no earlier than it was, unless that is after {@code now}. */
  void keepTurn(int destination, long lane, Instant now) {
    followHead(destination, lane, Instant.EPOCH, now);
  }

  private void followHead(int destination, long lane, Instant atEarliest, Instant asBefore) {
    if (followHead.run(destination, lane, atEarliest, asBefore) == 0) {
      removeIfEmpty.run(destination, lane);
    }
  }

  void hurry(int destination, long lane, Rank least) {
    hurry.run(destination, lane, RankCode.of(least));
  }

  /** One lane goes into another, which is due when the head of both is. */
  void merge(int destination, long from, long to) {
    Optional<Rank> before = rank.first(row -> row.rank(1), destination, from);
    remove.run(destination, from);
    followHead(destination, to, Instant.EPOCH);
    before.ifPresent(urgent -> hurry(destination, to, urgent));
  }
}
