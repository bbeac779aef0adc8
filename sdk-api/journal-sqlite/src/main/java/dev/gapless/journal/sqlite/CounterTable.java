// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counters, added up in memory and written once per commit. */
final class CounterTable {
  static final String ALL = "SELECT name, value FROM counter WHERE destination = ?";
  private static final String ADD =
      "INSERT INTO counter (destination, name, value) VALUES (?, ?, ?)"
          + " ON CONFLICT DO UPDATE SET value = value + excluded.value";

  private record Name(int destination, String counter) {}

  private final Sql all;
  private final Sql add;
  private final Map<Name, Long> pending = new HashMap<>();

  CounterTable(Session session) {
    all = session.sql(ALL);
    add = session.sql(ADD);
  }

  void begin() {
    pending.clear();
  }

  void add(int destination, String counter, long delta) {
    pending.merge(new Name(destination, counter), delta, Long::sum);
  }

  void flush() {
    pending.forEach((name, delta) -> add.run(name.destination(), name.counter(), delta));
    pending.clear();
  }

  Map<String, Long> all(int destination) {
    flush();
    Map<String, Long> counters = new TreeMap<>();
    all.list(row -> counters.put(row.text(1), row.number(2)), destination);
    return counters;
  }
}
