// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One statement, prepared when it is first used and kept until it fails: the driver finalises what
 * has failed. Values are texts, numbers, bytes, instants and optional ones of these.
 */
final class Sql {
  private final Session session;
  private final String text;
  private @Nullable PreparedStatement prepared;

  Sql(Session session, String text) {
    this.session = session;
    this.text = text;
  }

  /** Runs a statement that answers nothing; returns how many rows it changed. */
  int run(Object... values) {
    return with(values, PreparedStatement::executeUpdate);
  }

  <T> List<T> list(Row.Reader<T> reader, Object... values) {
    return with(
        values,
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            Row row = new Row(rows);
            List<T> all = new ArrayList<>();
            while (rows.next()) {
              all.add(reader.read(row));
            }
            return all;
          }
        });
  }

  <T> Optional<T> first(Row.Reader<T> reader, Object... values) {
    return with(
        values,
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(reader.read(new Row(rows))) : Optional.empty();
          }
        });
  }

  /** The number in the first column of the first row; 0 if there is none. */
  long number(Object... values) {
    return first(row -> row.number(1), values).orElse(0L);
  }

  boolean any(Object... values) {
    return first(row -> true, values).isPresent();
  }

  @FunctionalInterface
  private interface Use<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  private <T> T with(Object[] values, Use<T> use) {
    PreparedStatement statement = prepared != null ? prepared : session.prepare(text);
    prepared = null;
    try {
      for (int i = 0; i < values.length; i++) {
        bind(statement, i + 1, values[i]);
      }
      T result = use.of(statement);
      prepared = statement;
      return result;
    } catch (SQLException e) {
      throw session.failed(e, statement);
    }
  }

  private static void bind(PreparedStatement statement, int parameter, Object value)
      throws SQLException {
    if (value instanceof Optional<?> optional) {
      if (optional.isEmpty()) {
        statement.setNull(parameter, Types.NULL);
      } else {
        bind(statement, parameter, optional.get());
      }
    } else if (value instanceof Instant instant) {
      statement.setLong(parameter, Micros.of(instant));
    } else {
      statement.setObject(parameter, value);
    }
  }
}
