// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.load;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work by several threads that live as long as the work. */
public final class Parallel {
  private Parallel() {}

  /** Runs them all, so many at once, and returns when all are done. */
  public static void run(int threads, List<Callable<Boolean>> work) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (Future<Boolean> one : pool.invokeAll(work)) {
        one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      pool.shutdown();
    }
  }
}
