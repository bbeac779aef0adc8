// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import java.util.Optional;

final class StateTable {
  private static final String GET = "SELECT value FROM state WHERE owner = ? AND key = ?";
  private static final String PUT =
      "INSERT INTO state (owner, key, value) VALUES (?, ?, ?)"
          + " ON CONFLICT DO UPDATE SET value = excluded.value";

  private final Sql get;
  private final Sql put;

  StateTable(Session session) {
    get = session.sql(GET);
    put = session.sql(PUT);
  }

  Optional<String> get(String owner, String key) {
    return get.first(row -> row.text(1), owner, key);
  }

  void put(String owner, String key, String value) {
    put.run(owner, key, value);
  }
}
