// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.ReceiptRow;
import java.time.Instant;
import java.util.Optional;

final class ReceiptTable {
  static final String BY_ID = "SELECT connection, received_at, body FROM receipt WHERE id = ?";
  static final String GREATEST = "SELECT max(id) FROM receipt";
  private static final String ADD =
      "INSERT INTO receipt (id, connection, received_at, body) VALUES (?, ?, ?, ?)";
  private static final String DROP = "DELETE FROM receipt WHERE id = ?";

  private final Sql byId;
  private final Sql add;
  private final Sql drop;
  private final Numbering given;

  ReceiptTable(Session session) {
    byId = session.sql(BY_ID);
    add = session.sql(ADD);
    drop = session.sql(DROP);
    given = new Numbering(session, GREATEST, "receipt");
  }

  void begin() {
    given.begin();
  }

  Optional<ReceiptRow> receipt(long id) {
    return byId.first(row -> new ReceiptRow(id, row.text(1), row.instant(2), row.bytes(3)), id);
  }

  long add(String connection, Instant receivedAt, byte[] body) {
    long id = given.next();
    add.run(id, connection, receivedAt, body);
    given.stored(id);
    return id;
  }

  void drop(long id) {
    given.keep(id);
    drop.run(id);
  }
}
