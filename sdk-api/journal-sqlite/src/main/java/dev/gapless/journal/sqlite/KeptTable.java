// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.Expiry.Cause;
import dev.gapless.engine.journal.Expiry.Kept;
import java.time.Instant;
import java.util.List;

/** What could not go when its time came. */
final class KeptTable {
  static final String DUE =
      "SELECT id, item FROM kept WHERE cause = ? AND again <= ? ORDER BY again LIMIT ?";
  static final String ANY = "SELECT 1 FROM kept WHERE cause = ? AND id = ?";
  private static final String KEEP =
      "INSERT INTO kept (cause, id, item, again) VALUES (?, ?, ?, ?)"
          + " ON CONFLICT DO UPDATE SET again = excluded.again";
  private static final String RELEASE = "DELETE FROM kept WHERE cause = ? AND id = ? AND item = ?";
  private static final String RELEASE_ALL = "DELETE FROM kept WHERE cause = ? AND id = ?";

  private final Sql due;
  private final Sql any;
  private final Sql keep;
  private final Sql release;
  private final Sql releaseAll;

  KeptTable(Session session) {
    due = session.sql(DUE);
    any = session.sql(ANY);
    keep = session.sql(KEEP);
    release = session.sql(RELEASE);
    releaseAll = session.sql(RELEASE_ALL);
  }

  void keep(Kept kept, Instant again) {
    keep.run(code(kept.cause()), kept.id(), kept.item(), again);
  }

  List<Kept> due(Cause cause, Instant now, int limit) {
    return due.list(row -> new Kept(cause, row.number(1), row.number(2)), code(cause), now, limit);
  }

  boolean any(Cause cause, long id) {
    return any.any(code(cause), id);
  }

  void release(Kept kept) {
    release.run(code(kept.cause()), kept.id(), kept.item());
  }

  void release(Cause cause, long id) {
    releaseAll.run(code(cause), id);
  }

  private static int code(Cause cause) {
    return switch (cause) {
      case RAW -> 0;
      case CONTENT -> 1;
      case KEYS -> 2;
    };
  }
}
