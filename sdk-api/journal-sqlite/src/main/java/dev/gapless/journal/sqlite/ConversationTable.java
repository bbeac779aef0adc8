// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.Expiry.ThreadUse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which lane a conversation leads to. When it was last used is written at most once a week, for
 * every message of it would write it otherwise.
 */
final class ConversationTable {
  private static final String ROW =
      "SELECT " + MergedLanes.now("conversation") + ", used FROM conversation ";
  static final String LANE = ROW + "WHERE scope = ? AND id = ?";
  static final String LIST =
      "SELECT scope, id, "
          + MergedLanes.now("conversation")
          + ", used FROM conversation WHERE (scope, id) > (?, ?) ORDER BY scope, id LIMIT ?";
  private static final String ALIAS =
      "INSERT INTO conversation (scope, id, lane, used) VALUES (?, ?, ?, ?)"
          + " ON CONFLICT DO UPDATE SET lane = excluded.lane, used = excluded.used";
  private static final String USED = "UPDATE conversation SET used = ? WHERE scope = ? AND id = ?";
  private static final String REMOVE = "DELETE FROM conversation WHERE scope = ? AND id = ?";

  static final String NAME = "SELECT conversation FROM lane_name WHERE lane = ?";
  private static final String SET_NAME =
      "INSERT INTO lane_name (lane, conversation) VALUES (?, ?)"
          + " ON CONFLICT DO UPDATE SET conversation = excluded.conversation";
  private static final String REMOVE_NAME =
      "DELETE FROM lane_name WHERE conversation = ? AND lane ="
          + " (SELECT lane FROM conversation WHERE scope = ? AND id = ?)";
  private static final String OLD = "SELECT value FROM mark WHERE name = 'used'";
  private static final String SET_OLD = "UPDATE mark SET value = ? WHERE name = 'used'";
  private static final Duration OFTEN = Duration.ofDays(7);

  private final Sql lane;
  private final Sql list;
  private final Sql alias;
  private final Sql used;
  private final Sql remove;
  private final Sql name;
  private final Sql setName;
  private final Sql removeName;
  private final Sql old;
  private final Sql setOld;
  private final LaneMemory memory;
  private final EventTable events;
  private final MilestoneTable milestones;
  private OptionalLong usedLongAgo = OptionalLong.empty();

  ConversationTable(
      Session session, LaneMemory memory, EventTable events, MilestoneTable milestones) {
    this.memory = memory;
    this.events = events;
    this.milestones = milestones;
    lane = session.sql(LANE);
    list = session.sql(LIST);
    alias = session.sql(ALIAS);
    used = session.sql(USED);
    remove = session.sql(REMOVE);
    name = session.sql(NAME);
    setName = session.sql(SET_NAME);
    removeName = session.sql(REMOVE_NAME);
    old = session.sql(OLD);
    setOld = session.sql(SET_OLD);
  }

  void begin() {
    usedLongAgo = OptionalLong.empty();
  }

  Optional<Long> lane(String scope, String conversation) {
    return thread(scope, conversation).map(ThreadUse::lane);
  }

  /** The lane, for the event that comes next. */
  Optional<Long> use(String scope, String conversation) {
    Optional<ThreadUse> found = thread(scope, conversation);
    found.filter(thread -> thread.used() <= usedLongAgo()).ifPresent(this::used);
    return found.map(ThreadUse::lane);
  }

  private Optional<ThreadUse> thread(String scope, String conversation) {
    Optional<ThreadUse> known = memory.thread(scope, conversation);
    return known.isPresent() ? known : read(scope, conversation);
  }

  private Optional<ThreadUse> read(String scope, String conversation) {
    Optional<ThreadUse> stored =
        lane.first(
            row -> new ThreadUse(scope, conversation, row.number(1), row.number(2)),
            scope,
            conversation);
    stored.ifPresent(memory::remember);
    return stored;
  }

  /** The id that its lane is named by stays as long as any of the conversation's. */
  private void used(ThreadUse thread) {
    used(thread, thread.id());
    name(thread.lane())
        .filter(first -> !first.equals(thread.id()))
        .ifPresent(first -> used(thread, first));
  }

  private void used(ThreadUse thread, String id) {
    used.run(next(), thread.scope(), id);
    memory.forget(thread.scope(), id);
  }

  private long usedLongAgo() {
    if (usedLongAgo.isEmpty()) {
      usedLongAgo = OptionalLong.of(old.number());
    }
    return usedLongAgo.getAsLong();
  }

  /** A milestone was passed. */
  void passed(Instant now) {
    setOld.run(milestones.cameBy(now.minus(OFTEN)));
    usedLongAgo = OptionalLong.empty();
  }

  private long next() {
    return events.last() + 1;
  }

  Optional<String> name(long ofLane) {
    return name.first(row -> row.text(1), ofLane);
  }

  void name(long ofLane, String conversation) {
    setName.run(ofLane, conversation);
  }

  void alias(String scope, String conversation, long to) {
    alias.run(scope, conversation, to, next());
    memory.remember(new ThreadUse(scope, conversation, to, next()));
  }

  List<ThreadUse> list(Optional<ThreadUse> after, int limit) {
    return list.list(
        ConversationTable::thread,
        after.map(ThreadUse::scope).orElse(""),
        after.map(ThreadUse::id).orElse(""),
        limit);
  }

  void remove(ThreadUse thread) {
    removeName.run(thread.id(), thread.scope(), thread.id());
    remove.run(thread.scope(), thread.id());
    memory.forget(thread.scope(), thread.id());
  }

  private static ThreadUse thread(Row row) throws SQLException {
    return new ThreadUse(row.text(1), row.text(2), row.number(3), row.number(4));
  }
}
