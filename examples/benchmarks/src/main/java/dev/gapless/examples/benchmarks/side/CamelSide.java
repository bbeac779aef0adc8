// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.side;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a good Camel developer builds, on the same database with the same settings. One connection,
 * because SQLite has one writer: several would only wait for each other by asking again and again.
 */
final class CamelSide implements Side {
  private final HikariDataSource database;
  private final JdbcTemplate jdbc;
  private final CamelContext camel = new DefaultCamelContext();
  private final int port = freePort();

  CamelSide(Path file) {
    database = pool(file);
    jdbc = new JdbcTemplate(database);
    jdbc.execute(
        "CREATE TABLE crm_queue (id INTEGER PRIMARY KEY, message_id TEXT, received_at INTEGER,"
            + " message TEXT)");
    try {
      start();
    } catch (Exception e) {
      throw new IllegalStateException("Camel does not start", e);
    }
  }

  private void start() throws Exception {
    DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
    camel.getRegistry().bind("database", database);
    camel.getRegistry().bind("inTransaction", new SpringTransactionPolicy(transactions));
    camel
        .getRegistry()
        .bind(
            "seen",
            new JdbcMessageIdRepository(
                database, new TransactionTemplate(transactions), "whatsapp"));
    camel.addRoutes(new CamelRoute(port));
    camel.start();
  }

  private static HikariDataSource pool(Path file) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(Sqlite.at(file));
    config.setMaximumPoolSize(1);
    return new HikariDataSource(config);
  }

  /** Camel does not tell which port it got, so it is given one that was free a moment ago. */
  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public long stored() {
    Long rows = jdbc.queryForObject("SELECT count(*) FROM crm_queue", Long.class);
    return rows == null ? 0 : rows;
  }

  @Override
  public void close() {
    camel.stop();
    database.close();
  }
}
