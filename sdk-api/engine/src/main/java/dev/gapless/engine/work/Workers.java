// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that run one errand's passes. */
public final class Workers implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Workers.class);
  private static final Duration LONGEST_NAP = Duration.ofSeconds(1);

  private final Errand errand;
  private final List<Thread> threads = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();

  /** Something may have become due that no pass has looked for since. */
  private volatile boolean news;

  private volatile boolean closing;

  public Workers(Errand errand, ThreadFactory factory) {
    this.errand = errand;
    for (int i = 0; i < errand.hands(); i++) {
      threads.add(factory.newThread(this::loop));
    }
  }

  public void start() {
    threads.forEach(Thread::start);
  }

  /** There may be something due. Costs nothing as long as no hand has looked for the last news. */
  public void wake() {
    if (news) {
      return;
    }
    lock.lock();
    try {
      news = true;
      work.signal();
    } finally {
      lock.unlock();
    }
  }

  private void loop() {
    while (!closing) {
      // Before the pass looks, so that what it may miss is news again.
      news = false;
      if (passed()) {
        // Where there was work there may be more than one call's worth.
        wake();
      } else {
        nap();
      }
    }
  }

  private boolean passed() {
    try {
      return errand.pass();
    } catch (RuntimeException | Error e) {
      // An error of one piece of work, as code missing from an extension, must not end this hand.
      log.error(
          "{}: a pass broke with {}; it is tried again", errand.title(), e.getClass().getName());
      log.debug("where it broke: {}", (Object) e.getStackTrace());
      return false;
    }
  }

  private void nap() {
    Nap nap = length();
    long left = nap.length().toNanos();
    lock.lock();
    try {
      while ((nap.sound() || !news) && !closing && left > 0) {
        left = work.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing = true;
    } finally {
      lock.unlock();
    }
  }

  private Nap length() {
    try {
      return errand.nap(LONGEST_NAP);
    } catch (RuntimeException | Error e) {
      // The next pass meets the same journal and reports what is wrong with it.
      return Nap.light(LONGEST_NAP);
    }
  }

  /** Lets calls in flight end, within the time given; what is left is settled at the next start. */
  public void close(Duration patience) {
    closing = true;
    lock.lock();
    try {
      work.signalAll();
    } finally {
      lock.unlock();
    }
    long deadline = System.nanoTime() + patience.toNanos();
    for (Thread thread : threads) {
      join(thread, deadline);
    }
  }

  private static void join(Thread thread, long deadline) {
    try {
      thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    close(Duration.ofSeconds(10));
  }
}
