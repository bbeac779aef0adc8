// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteErrorCode;

/** One connection to the journal's file. Used by one thread at a time. */
final class Session implements AutoCloseable {
  private final Connection connection;
  private final Failures failures;

  Session(Connection connection, Failures failures) {
    this.connection = connection;
    this.failures = failures;
  }

  Sql sql(String text) {
    return new Sql(this, text);
  }

  PreparedStatement prepare(String text) {
    try {
      return connection.prepareStatement(text);
    } catch (SQLException e) {
      throw failures.of(e);
    }
  }

  /** What to throw for a statement that has failed, and is of no further use. */
  RuntimeException failed(SQLException failure, PreparedStatement statement) {
    RuntimeException told = failures.of(failure);
    try {
      statement.close();
    } catch (SQLException e) {
      told.addSuppressed(failures.of(e));
    }
    return told;
  }

  /** What to throw for what this journal does not take. */
  RuntimeException refused(String problem) {
    return failures.of(problem);
  }

  /** Runs one or several statements whose answers do not matter. */
  void run(String script) {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(script);
    } catch (SQLException e) {
      throw failures.of(e);
    }
  }

  /** Ends the transaction without its changes. */
  void rollback() {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("ROLLBACK");
    } catch (SQLException e) {
      // After some errors SQLite has rolled back already, and says so; no harm is done.
      // https://sqlite.org/lang_transaction.html
      if (Failures.code(e) != SQLiteErrorCode.SQLITE_ERROR) {
        throw failures.of(e);
      }
    }
  }

  /** The first column of the first row. */
  String text(String query) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.getString(1);
    } catch (SQLException e) {
      throw failures.of(e);
    }
  }

  long number(String query) {
    return Long.parseLong(text(query));
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failures.of(e);
    }
  }
}
