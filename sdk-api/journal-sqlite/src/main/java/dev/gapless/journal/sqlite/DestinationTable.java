// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.DestinationRow;
import java.util.LinkedHashMap;
import java.util.Map;

final class DestinationTable {
  private static final String ALL = "SELECT id, name, since FROM destination ORDER BY id";
  private static final String ADD =
      "INSERT INTO destination (name, since) VALUES (?, ?) RETURNING id";

  private final Sql all;
  private final Sql add;

  DestinationTable(Session session) {
    all = session.sql(ALL);
    add = session.sql(ADD);
  }

  Map<String, DestinationRow> all() {
    Map<String, DestinationRow> byName = new LinkedHashMap<>();
    all.list(row -> new DestinationRow(row.small(1), row.text(2), row.number(3)))
        .forEach(destination -> byName.put(destination.name(), destination));
    return byName;
  }

  DestinationRow add(String name, long since) {
    return new DestinationRow((int) add.number(name, since), name, since);
  }
}
