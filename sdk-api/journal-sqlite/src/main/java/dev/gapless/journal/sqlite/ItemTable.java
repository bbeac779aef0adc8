// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.api.ItemKey;
import dev.gapless.engine.journal.ItemRow;
import java.sql.SQLException;
import java.util.Optional;

final class ItemTable {
  private static final String COLUMNS =
      "SELECT id, sequence, " + MergedLanes.now("item") + ", revision, first_revision, state";
  static final String BY_KEY = COLUMNS + " FROM item WHERE key = ?";
  static final String BY_ID = COLUMNS + ", key FROM item WHERE id = ?";
  static final String GREATEST = "SELECT max(id) FROM item";
  private static final String ADD =
      "INSERT INTO item (id, key, sequence, lane, revision, first_revision, state)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?)";
  private static final String SAVE =
      "UPDATE item SET lane = ?, revision = ?, first_revision = ?, state = ? WHERE id = ?";

  private final Sql byKey;
  private final Sql byId;
  private final Sql add;
  private final Sql save;
  private final Sql greatest;
  final Numbering given;

  ItemTable(Session session) {
    byKey = session.sql(BY_KEY);
    byId = session.sql(BY_ID);
    add = session.sql(ADD);
    save = session.sql(SAVE);
    greatest = session.sql(GREATEST);
    given = new Numbering(session, GREATEST, "item");
  }

  void begin() {
    given.begin();
  }

  Optional<ItemRow> item(ItemKey key) {
    return byKey.first(row -> item(row, key), key.canonical());
  }

  ItemRow item(long id) {
    return byId.first(row -> item(row, ItemKey.parse(row.text(7))), id)
        .orElseThrow(() -> new IllegalStateException("The journal has no item " + id));
  }

  long lastId() {
    return greatest.number();
  }

  ItemRow add(ItemRow item) {
    ItemRow added =
        new ItemRow(
            given.next(),
            item.key(),
            item.sequence(),
            item.lane(),
            item.revision(),
            item.firstRevision(),
            item.state());
    add.run(
        added.id(),
        added.key().canonical(),
        added.sequence(),
        added.lane(),
        added.revision(),
        added.firstRevision(),
        added.state());
    given.stored(added.id());
    return added;
  }

  void save(ItemRow item) {
    save.run(item.lane(), item.revision(), item.firstRevision(), item.state(), item.id());
  }

  private static ItemRow item(Row row, ItemKey key) throws SQLException {
    return new ItemRow(
        row.number(1),
        key,
        row.number(2),
        row.number(3),
        row.number(4),
        row.number(5),
        row.text(6));
  }
}
