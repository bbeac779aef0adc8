// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import java.util.Optional;

/** Which lane a conversation leads to. */
final class ConversationTable {
  static final String LANE =
      "SELECT " + MergedLanes.now("conversation") + " FROM conversation WHERE scope = ? AND id = ?";
  private static final String ALIAS =
      "INSERT INTO conversation (scope, id, lane) VALUES (?, ?, ?)"
          + " ON CONFLICT DO UPDATE SET lane = excluded.lane";

  private final Sql lane;
  private final Sql alias;

  ConversationTable(Session session) {
    lane = session.sql(LANE);
    alias = session.sql(ALIAS);
  }

  Optional<Long> lane(String scope, String conversation) {
    return lane.first(row -> row.number(1), scope, conversation);
  }

  void alias(String scope, String conversation, long to) {
    alias.run(scope, conversation, to);
  }
}
