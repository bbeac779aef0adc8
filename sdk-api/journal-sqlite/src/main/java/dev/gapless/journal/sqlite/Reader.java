// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.JournalView;
import java.util.function.Function;

/** A connection that only reads. Used by one thread at a time. */
final class Reader implements AutoCloseable {
  private final Session session;
  private final Sql begin;
  private final Sql end;
  private final Tables tables;

  Reader(Database database) {
    session = database.reader();
    begin = session.sql("BEGIN");
    end = session.sql("COMMIT");
    tables = new Tables(session, new LaneMemory(0));
  }

  /** Of no further use if this throws. */
  <T> T read(Function<? super JournalView, T> work) {
    begin.run();
    tables.begin();
    SqliteView view = new SqliteView(tables);
    T answer = work.apply(view);
    view.end();
    end.run();
    return answer;
  }

  @Override
  public void close() {
    session.close();
  }
}
