// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

/**
 * Lanes that were joined to others. What has ever been in a lane can be long, so it is not touched;
 * whoever reads a stored lane asks here where it leads now. Only what waits is moved.
 */
final class MergedLanes {
  private static final String ADD = "INSERT INTO merged_lane (lane, target) VALUES (?, ?)";
  private static final String REDIRECT = "UPDATE merged_lane SET target = ? WHERE target = ?";
  static final String MOVE =
      "UPDATE delivery SET lane = ? WHERE state = 0 AND lane = ?"
          + " AND destination IN (SELECT id FROM destination)";

  private final Sql redirect;
  private final Sql add;
  private final Sql move;

  MergedLanes(Session session) {
    redirect = session.sql(REDIRECT);
    add = session.sql(ADD);
    move = session.sql(MOVE);
  }

  /** The SQL for the lane that the table's column leads to. */
  static String now(String table) {
    return "coalesce((SELECT target FROM merged_lane WHERE merged_lane.lane = %s.lane), %s.lane)"
        .formatted(table, table);
  }

  void merge(long from, long to) {
    redirect.run(to, from);
    add.run(from, to);
    move.run(to, from);
  }
}
