// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.side;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** One row per body: number, time, bytes; nothing to look anything up by. */
final class SqliteRows implements Store {
  private final Connection connection;
  private final PreparedStatement insert;

  SqliteRows(Path file) {
    try {
      connection = Sqlite.at(file).getConnection();
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate(
            "CREATE TABLE receipt (id INTEGER PRIMARY KEY, received_at INTEGER, body BLOB)");
      }
      connection.setAutoCommit(false);
      insert = connection.prepareStatement("INSERT INTO receipt (received_at, body) VALUES (?, ?)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void add(List<byte[]> bodies) {
    try {
      for (byte[] body : bodies) {
        insert.setLong(1, System.currentTimeMillis());
        insert.setBytes(2, body);
        insert.executeUpdate();
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
