// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import java.util.List;
import java.util.Optional;

final class StateTable {
  private static final String GET = "SELECT value FROM state WHERE owner = ? AND key = ?";
  private static final String PUT =
      "INSERT INTO state (owner, key, value) VALUES (?, ?, ?)"
          + " ON CONFLICT DO UPDATE SET value = excluded.value";

  static final String KEYS =
      "SELECT key FROM state WHERE owner = ? AND key > ? ORDER BY key LIMIT ?";
  private static final String REMOVE = "DELETE FROM state WHERE owner = ? AND key = ?";

  private final Sql get;
  private final Sql put;
  private final Sql keys;
  private final Sql remove;

  StateTable(Session session) {
    get = session.sql(GET);
    put = session.sql(PUT);
    keys = session.sql(KEYS);
    remove = session.sql(REMOVE);
  }

  Optional<String> get(String owner, String key) {
    return get.first(row -> row.text(1), owner, key);
  }

  List<String> keys(String owner, String after, int limit) {
    return keys.list(row -> row.text(1), owner, after, limit);
  }

  void remove(String owner, String key) {
    remove.run(owner, key);
  }

  void put(String owner, String key, String value) {
    put.run(owner, key, value);
  }
}
