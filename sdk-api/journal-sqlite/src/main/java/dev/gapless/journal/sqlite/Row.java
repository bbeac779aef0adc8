// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.Rank;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The row a query stands on. Columns count from 1. */
record Row(ResultSet columns) {
  /** Makes a value of a row. */
  @FunctionalInterface
  interface Reader<T> {
    T read(Row row) throws SQLException;
  }

  long number(int column) throws SQLException {
    return columns.getLong(column);
  }

  int small(int column) throws SQLException {
    return columns.getInt(column);
  }

  String text(int column) throws SQLException {
    return columns.getString(column);
  }

  Optional<String> optionalText(int column) throws SQLException {
    return Optional.ofNullable(columns.getString(column));
  }

  byte[] bytes(int column) throws SQLException {
    return columns.getBytes(column);
  }

  Rank rank(int column) throws SQLException {
    return RankCode.rank(columns.getInt(column));
  }

  Instant instant(int column) throws SQLException {
    return Micros.instant(columns.getLong(column));
  }

  Optional<Instant> optionalInstant(int column) throws SQLException {
    long micros = columns.getLong(column);
    return columns.wasNull() ? Optional.empty() : Optional.of(Micros.instant(micros));
  }
}
