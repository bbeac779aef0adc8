// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.Expiry.Milestone;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When what had come. While nothing comes, the newest row moves on and none is added. */
final class MilestoneTable {
  static final String NEWEST = "SELECT at, sequence FROM milestone ORDER BY at DESC LIMIT 2";
  static final String CAME_BY =
      "SELECT sequence FROM milestone WHERE at <= ? ORDER BY at DESC LIMIT 1";
  static final String DROP =
      "DELETE FROM milestone WHERE at < (SELECT max(at) FROM milestone WHERE at <= ?)";
  private static final String ADD =
      "INSERT INTO milestone (at, sequence) VALUES (?, ?)"
          + " ON CONFLICT DO UPDATE SET sequence = excluded.sequence";
  private static final String REMOVE = "DELETE FROM milestone WHERE at = ?";

  private final Sql newest;
  private final Sql cameBy;
  private final Sql drop;
  private final Sql add;
  private final Sql remove;

  MilestoneTable(Session session) {
    newest = session.sql(NEWEST);
    cameBy = session.sql(CAME_BY);
    drop = session.sql(DROP);
    add = session.sql(ADD);
    remove = session.sql(REMOVE);
  }

  Optional<Milestone> last() {
    return newest.first(MilestoneTable::milestone);
  }

  void add(Milestone milestone) {
    List<Milestone> two = newest.list(MilestoneTable::milestone);
    if (two.size() == 2 && two.stream().allMatch(one -> one.sequence() == milestone.sequence())) {
      remove.run(two.get(0).at());
    }
    add.run(milestone.at(), milestone.sequence());
  }

  long cameBy(Instant time) {
    return cameBy.number(time);
  }

  void drop(Instant before) {
    drop.run(before);
  }

  private static Milestone milestone(Row row) throws SQLException {
    return new Milestone(row.instant(1), row.number(2));
  }
}
