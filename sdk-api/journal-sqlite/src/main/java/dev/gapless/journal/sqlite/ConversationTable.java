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

  static final String NAME = "SELECT conversation FROM lane_name WHERE lane = ?";
  private static final String SET_NAME =
      "INSERT INTO lane_name (lane, conversation) VALUES (?, ?)"
          + " ON CONFLICT DO UPDATE SET conversation = excluded.conversation";

  private final Sql lane;
  private final Sql name;
  private final Sql setName;
  private final Sql alias;

  private final LaneMemory memory;

  ConversationTable(Session session, LaneMemory memory) {
    this.memory = memory;
    lane = session.sql(LANE);
    name = session.sql(NAME);
    setName = session.sql(SET_NAME);
    alias = session.sql(ALIAS);
  }

  Optional<Long> lane(String scope, String conversation) {
    Optional<Long> known = memory.lane(scope, conversation);
    return known.isPresent() ? known : read(scope, conversation);
  }

  private Optional<Long> read(String scope, String conversation) {
    Optional<Long> stored = lane.first(row -> row.number(1), scope, conversation);
    stored.ifPresent(found -> memory.remember(scope, conversation, found));
    return stored;
  }

  Optional<String> name(long ofLane) {
    return name.first(row -> row.text(1), ofLane);
  }

  void name(long ofLane, String conversation) {
    setName.run(ofLane, conversation);
  }

  void alias(String scope, String conversation, long to) {
    alias.run(scope, conversation, to);
    memory.remember(scope, conversation, to);
  }
}
