// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import java.util.List;

/** Fetched pages whose sweep is not complete. */
final class HeldTable {
  static final String LIST =
      "SELECT receipt FROM held WHERE connection = ? AND source = ? AND receipt > ?"
          + " ORDER BY receipt LIMIT ?";
  private static final String ADD =
      "INSERT INTO held (connection, source, receipt) VALUES (?, ?, ?)";
  private static final String RELEASE = "DELETE FROM held WHERE connection = ? AND source = ?";

  private final Sql list;
  private final Sql add;
  private final Sql release;

  HeldTable(Session session) {
    list = session.sql(LIST);
    add = session.sql(ADD);
    release = session.sql(RELEASE);
  }

  List<Long> list(String connection, String source, long after, int limit) {
    return list.list(row -> row.number(1), connection, source, after, limit);
  }

  void add(String connection, String source, long receipt) {
    add.run(connection, source, receipt);
  }

  void release(String connection, String source) {
    release.run(connection, source);
  }
}
