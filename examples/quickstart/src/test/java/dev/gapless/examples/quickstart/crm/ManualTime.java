// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A clock and a timer that stand still until a test moves them. */
final class ManualTime extends AbstractExecutorService
    implements ScheduledExecutorService, InstantSource {
  private final PriorityQueue<Alarm<?>> alarms =
      new PriorityQueue<>(Comparator.comparing(alarm -> alarm.due));
  private Instant now = Instant.parse("2026-03-01T09:00:00Z");

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Moves time, running what falls due on the way, at its moment and on this thread. */
  synchronized void advance(Duration span) {
    Instant end = now.plus(span);
    while (!alarms.isEmpty() && !alarms.peek().due.isAfter(end)) {
      Alarm<?> alarm = alarms.remove();
      now = alarm.due;
      alarm.run();
    }
    now = end;
  }

  /** Waits until something is to happen later. */
  synchronized void awaitAlarm() throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (alarms.isEmpty()) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("nothing was scheduled within two minutes");
      }
      wait(left);
    }
  }

  /** How many things are to happen later. */
  synchronized int pending() {
    return alarms.size();
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    return schedule(Executors.callable(task), delay, unit);
  }

  @Override
  public synchronized <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
    Alarm<V> alarm = new Alarm<>(task, now.plus(delay, unit.toChronoUnit()));
    alarms.add(alarm);
    notifyAll();
    return alarm;
  }

  @Override
  public void execute(Runnable task) {
    throw new UnsupportedOperationException("only what happens later is expected here");
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable task, long initialDelay, long period, TimeUnit unit) {
    throw new UnsupportedOperationException("nothing periodic is expected here");
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable task, long initialDelay, long delay, TimeUnit unit) {
    throw new UnsupportedOperationException("nothing periodic is expected here");
  }

  @Override
  public void shutdown() {
    throw new UnsupportedOperationException("whoever gave the timer keeps it");
  }

  @Override
  public List<Runnable> shutdownNow() {
    throw new UnsupportedOperationException("whoever gave the timer keeps it");
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return false;
  }

  private final class Alarm<V> extends FutureTask<V> implements ScheduledFuture<V> {
    private final Instant due;

    Alarm(Callable<V> task, Instant due) {
      super(task);
      this.due = due;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(Duration.between(instant(), due));
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
  }
}
