// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalTransaction;
import dev.gapless.engine.journal.JournalView;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** A journal whose file is open and ours. */
final class OpenJournal implements Journal {
  private final Database database;
  private final Ownership ownership;
  private final Readers readers;
  private final Writer writer;
  private final AtomicBoolean committing = new AtomicBoolean();

  /** Shared by all work; taken alone to close. */
  private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();

  private boolean closed;

  OpenJournal(Database database, Ownership ownership) {
    this.database = database;
    this.ownership = ownership;
    readers = new Readers(database);
    writer = new Writer(database.writer(), new WriteAheadLog(database));
  }

  @Override
  public <T> T commit(Function<JournalTransaction, T> work) {
    return using(() -> alone(work));
  }

  @Override
  public <T> T read(Function<JournalView, T> work) {
    return using(() -> readers.read(work));
  }

  @Override
  public String location() {
    return database.file().toString();
  }

  @Override
  public void close() {
    if (use.getReadHoldCount() > 0) {
      throw new IllegalStateException("A journal cannot be closed by work that runs in it");
    }
    use.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        closeAll();
      }
    } finally {
      use.writeLock().unlock();
    }
  }

  @SuppressWarnings("try") // Closed in reverse order, whatever fails: the writer tidies the log.
  private void closeAll() {
    try (Ownership last = ownership;
        Writer second = writer;
        Readers first = readers) {}
  }

  private <T> T alone(Function<JournalTransaction, T> work) {
    if (!committing.compareAndSet(false, true)) {
      throw new IllegalStateException("A commit was begun while another runs");
    }
    try {
      return writer.commit(work);
    } finally {
      committing.set(false);
    }
  }

  private <T> T using(Supplier<T> work) {
    use.readLock().lock();
    try {
      if (closed) {
        throw database.failures().of("closed already");
      }
      return work.get();
    } finally {
      use.readLock().unlock();
    }
  }
}
