// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.salesforce;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer whose time goes on when the test says so. */
final class HeldTimer extends ScheduledThreadPoolExecutor {
  private final List<Runnable> held = new ArrayList<>();

  HeldTimer() {
    super(1, Executors.defaultThreadFactory());
  }

  @Override
  public synchronized ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    held.add(task);
    notifyAll();
    return super.schedule(() -> {}, 0, unit);
  }

  /** Waits until that many tasks are held. */
  synchronized void awaitHeld(int count) throws InterruptedException {
    while (held.size() < count) {
      wait(10_000);
    }
  }

  /** Runs what is held. */
  void release() {
    List<Runnable> due;
    synchronized (this) {
      due = List.copyOf(held);
      held.clear();
    }
    due.forEach(Runnable::run);
  }
}
