// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Gathers the work of many threads into few commits, because the disk's sync is what a commit
 * costs. While one group is being made durable the next one gathers; nobody waits for a group to
 * fill.
 */
public final class Committer {
  private static final int ROWS_PER_GROUP = 512;

  private final Journal journal;
  private final Executor executor;
  private final Runnable afterRollback;
  private final ConcurrentLinkedQueue<Work<?>> queue = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean draining = new AtomicBoolean();

  /**
   * @param executor runs the commits; one at a time is handed to it, so {@code Runnable::run} makes
   *     the first caller commit for all that wait
   * @param afterRollback told that the effects of some work on memory did not happen
   */
  public Committer(Journal journal, Executor executor, Runnable afterRollback) {
    this.journal = journal;
    this.executor = executor;
    this.afterRollback = afterRollback;
  }

  /**
   * Runs the work in a commit, perhaps together with others', and returns when it is durable.
   *
   * @param rows about how many rows it writes
   * @throws JournalException if it could not be made durable
   */
  public <T> T commit(int rows, Function<JournalTransaction, T> change) {
    Work<T> work = new Work<>(rows, change);
    queue.add(work);
    drainIfIdle();
    return work.await();
  }

  private void drainIfIdle() {
    if (!queue.isEmpty() && draining.compareAndSet(false, true)) {
      try {
        executor.execute(this::drain);
      } catch (RejectedExecutionException e) {
        draining.set(false);
        refuseAll();
      }
    }
  }

  private void drain() {
    try {
      for (List<Work<?>> group = group(); !group.isEmpty(); group = group()) {
        commitTogether(group);
      }
    } finally {
      draining.set(false);
      // Somebody may have queued between the last look and the line above.
      drainIfIdle();
    }
  }

  private List<Work<?>> group() {
    List<Work<?>> group = new ArrayList<>();
    int rows = 0;
    while (rows < ROWS_PER_GROUP && !queue.isEmpty()) {
      Work<?> work = queue.remove();
      group.add(work);
      rows += work.rows();
    }
    return group;
  }

  private void commitTogether(List<Work<?>> group) {
    try {
      journal.commit(
          tx -> {
            group.forEach(work -> work.run(tx));
            return true;
          });
      group.forEach(Work::succeed);
    } catch (RuntimeException | Error e) {
      // An error too is its caller's: swallowed by this thread, it would leave them waiting.
      afterRollback.run();
      if (group.size() == 1 || e instanceof JournalException) {
        group.forEach(work -> work.fail(e));
      } else {
        // One of them is to blame: alone, each gets the answer that is its own.
        group.forEach(work -> commitTogether(List.of(work)));
      }
    }
  }

  private void refuseAll() {
    for (Work<?> work = queue.poll(); work != null; work = queue.poll()) {
      work.fail(new JournalException("the journal " + journal.location() + " is closed"));
    }
  }
}
