// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.journal;

import java.util.function.Function;

/**
 * The durable, ordered book of receipts, items, events and deliveries. A journal stores rows and
 * answers questions about them; what the rows mean is decided by the engine, so that every journal
 * keeps the same promises. Engine-internal until a second implementation passes the same tests.
 *
 * <p>One engine owns a journal at a time; opening it took the lock, {@link #close()} gives it back.
 */
public interface Journal extends AutoCloseable {
  /**
   * Runs the work in one transaction. When this returns, everything is on disk and survives {@code
   * kill -9} and power loss; when it throws, nothing of it is visible. Never called by two threads
   * at once; the work does not keep the transaction beyond its end.
   *
   * @throws JournalException if it could not be made durable; the message names the remedy
   */
  <T> T commit(Function<JournalTransaction, T> work);

  /**
   * Answers from a consistent snapshot that includes every finished commit. Called by any thread,
   * also while a commit runs; the work is short, because an open snapshot keeps the log from being
   * tidied.
   */
  <T> T read(Function<JournalView, T> work);

  /** Where the journal is, for messages. */
  String location();

  /** Gives up ownership. A commit in progress is finished first. */
  @Override
  void close();
}
