// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The numbers of shares. Those read from the file stay in memory; there are few. */
final class ShareTable {
  private static final int KEPT = 10_000;
  static final String BY_NAME = "SELECT id FROM share WHERE name = ?";
  private static final String ADD = "INSERT INTO share (name) VALUES (?) RETURNING id";

  private final Sql byName;
  private final Sql add;
  private final Map<String, Integer> known = new HashMap<>();

  /** Given in this transaction, which may be rolled back. */
  private final Map<String, Integer> added = new HashMap<>();

  ShareTable(Session session) {
    byName = session.sql(BY_NAME);
    add = session.sql(ADD);
  }

  void begin() {
    added.clear();
    if (known.size() > KEPT) {
      known.clear();
    }
  }

  int number(String name) {
    return Optional.ofNullable(known.get(name))
        .orElseGet(() -> added.computeIfAbsent(name, this::find));
  }

  private int find(String name) {
    Optional<Integer> stored = byName.first(row -> row.small(1), name);
    stored.ifPresent(number -> known.put(name, number));
    return stored.orElseGet(() -> add.first(row -> row.small(1), name).orElseThrow());
  }
}
