// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.contract;

import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalTransaction;
import dev.gapless.engine.journal.JournalView;
import java.util.function.Function;

/** The contract in its simplest form: maps, of which a commit gets a copy. */
public final class ModelJournal implements Journal {
  private ModelRows rows = new ModelRows();

  @Override
  public <T> T commit(Function<JournalTransaction, T> work) {
    ModelRows copy = new ModelRows(rows);
    T result = work.apply(copy);
    rows = copy;
    return result;
  }

  @Override
  public <T> T read(Function<JournalView, T> work) {
    return work.apply(rows);
  }

  @Override
  public String location() {
    return "memory";
  }

  @Override
  public void close() {}
}
