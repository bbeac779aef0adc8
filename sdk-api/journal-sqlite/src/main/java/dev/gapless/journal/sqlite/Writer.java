// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.JournalTransaction;
import java.util.function.Function;

/** The connection that writes. */
final class Writer implements AutoCloseable {
  /** Conversations in which somebody wrote lately; some 4 MB. */
  private static final int LANES = 16_384;

  private final LaneMemory lanes = new LaneMemory(LANES);
  private final Session session;
  private final Sql begin;
  private final Sql commit;
  private final Tables tables;
  private final WriteAheadLog log;

  Writer(Session session, WriteAheadLog log) {
    this.session = session;
    this.log = log;
    begin = session.sql("BEGIN IMMEDIATE");
    commit = session.sql("COMMIT");
    tables = new Tables(session, lanes);
  }

  <T> T commit(Function<? super JournalTransaction, T> work) {
    begin.run();
    T result;
    try {
      result = inTransaction(work);
      commit.run();
    } catch (Throwable failure) {
      rollback(failure);
      throw failure;
    }
    if (tables.wipe) {
      log.wipe();
    }
    log.bound(session);
    return result;
  }

  private <T> T inTransaction(Function<? super JournalTransaction, T> work) {
    SqliteTransaction transaction = new SqliteTransaction(tables);
    tables.begin();
    try {
      T result = work.apply(transaction);
      tables.flush();
      return result;
    } finally {
      transaction.end();
    }
  }

  private void rollback(Throwable failure) {
    lanes.forget();
    try {
      session.rollback();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
