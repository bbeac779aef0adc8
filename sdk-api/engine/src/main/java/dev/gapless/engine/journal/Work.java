// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.journal;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One caller's part of a commit; its result is handed out only once it is durable. */
final class Work<T> {
  private final int rows;
  private final Function<JournalTransaction, T> change;
  private final CompletableFuture<T> durable = new CompletableFuture<>();
  private @Nullable T result;

  Work(int rows, Function<JournalTransaction, T> change) {
    this.rows = rows;
    this.change = change;
  }

  int rows() {
    return rows;
  }

  void run(JournalTransaction tx) {
    result = change.apply(tx);
  }

  void succeed() {
    durable.complete(Objects.requireNonNull(result, "work must answer something"));
  }

  void fail(Throwable reason) {
    durable.completeExceptionally(reason);
  }

  T await() {
    try {
      return durable.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException reason) {
        throw reason;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    }
  }
}
