// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.side;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Many threads' bodies in few commits: whoever comes while one runs is in the next. */
final class GroupedWriter implements AutoCloseable {
  private static final int MOST = 512;

  // Never compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Waiting(byte[] body, CompletableFuture<Boolean> durable) {}

  private final Store store;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(this::run, "writer");
  private final AtomicLong written = new AtomicLong();

  GroupedWriter(Store store) {
    this.store = store;
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns when it is durable. */
  void write(byte[] body) {
    Waiting one = new Waiting(body, new CompletableFuture<>());
    queue.add(one);
    one.durable().join();
  }

  long written() {
    return written.get();
  }

  private void run() {
    List<Waiting> group = new ArrayList<>();
    try {
      while (true) {
        group.add(queue.take());
        queue.drainTo(group, MOST - 1);
        store.add(group.stream().map(Waiting::body).toList());
        written.addAndGet(group.size());
        group.forEach(one -> one.durable().complete(true));
        group.clear();
      }
    } catch (InterruptedException e) {
      store.close();
    } catch (RuntimeException e) {
      group.forEach(one -> one.durable().completeExceptionally(e));
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
