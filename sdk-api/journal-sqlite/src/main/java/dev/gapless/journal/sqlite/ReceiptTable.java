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
  private final Numbering ids;

  ReceiptTable(Session session) {
    byId = session.sql(BY_ID);
    add = session.sql(ADD);
    drop = session.sql(DROP);
    ids = new Numbering(session.sql(GREATEST));
  }

  void begin() {
    ids.begin();
  }

  Optional<ReceiptRow> receipt(long id) {
    return byId.first(row -> new ReceiptRow(id, row.text(1), row.instant(2), row.bytes(3)), id);
  }

  long add(String connection, Instant receivedAt, byte[] body) {
    long id = ids.next();
    add.run(id, connection, receivedAt, body);
    ids.stored(id);
    return id;
  }

  void drop(long id) {
    drop.run(id);
    ids.begin();
  }
}
