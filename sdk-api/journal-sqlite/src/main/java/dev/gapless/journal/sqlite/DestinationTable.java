// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.DestinationRow;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The destinations, read once per transaction: every receipt asks for them. */
final class DestinationTable {
  private static final String ALL = "SELECT id, name, since FROM destination ORDER BY id";
  private static final String ADD =
      "INSERT INTO destination (name, since) VALUES (?, ?) RETURNING id";

  private final Session session;
  private final Sql all;
  private final Sql add;
  private Optional<Map<String, DestinationRow>> known = Optional.empty();

  DestinationTable(Session session) {
    this.session = session;
    all = session.sql(ALL);
    add = session.sql(ADD);
  }

  void begin() {
    known = Optional.empty();
  }

  Map<String, DestinationRow> all() {
    if (known.isEmpty()) {
      known = Optional.of(Collections.unmodifiableMap(read()));
    }
    return known.get();
  }

  private Map<String, DestinationRow> read() {
    Map<String, DestinationRow> byName = new LinkedHashMap<>();
    all.list(row -> new DestinationRow(row.small(1), row.text(2), row.number(3)))
        .forEach(destination -> byName.put(destination.name(), destination));
    return byName;
  }

  DestinationRow add(String name, long since) {
    known = Optional.empty();
    long id = add.number(name, since);
    if (id > DeliveryTable.MOST_DESTINATIONS) {
      throw session.refused(
          "it has known %d CRMs and the like, which is the most there can be. Begin another file"
              .formatted(DeliveryTable.MOST_DESTINATIONS));
    }
    return new DestinationRow((int) id, name, since);
  }
}
