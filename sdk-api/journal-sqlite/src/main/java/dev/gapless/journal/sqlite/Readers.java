// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.JournalView;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Function;

/**
 * Reading connections: as many as there are reads at this moment, of which a few are kept. No read
 * ever waits for another.
 */
final class Readers implements AutoCloseable {
  private static final int KEPT = 4;

  private final Database database;
  private final BlockingDeque<Reader> idle = new LinkedBlockingDeque<>(KEPT);

  Readers(Database database) {
    this.database = database;
  }

  <T> T read(Function<? super JournalView, T> work) {
    Reader kept = idle.pollFirst();
    Reader reader = kept != null ? kept : new Reader(database);
    boolean good = false;
    try {
      T answer = reader.read(work);
      good = true;
      return answer;
    } finally {
      if (!good || !idle.offerFirst(reader)) {
        reader.close();
      }
    }
  }

  @Override
  public void close() {
    idle.forEach(Reader::close);
    idle.clear();
  }
}
