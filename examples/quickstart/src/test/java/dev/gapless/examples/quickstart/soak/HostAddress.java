// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Where the host is now, if it is anywhere. Thread-safe. */
final class HostAddress {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private Optional<URI> current = Optional.empty();

  void is(URI url) {
    set(Optional.of(url));
  }

  void isGone() {
    set(Optional.empty());
  }

  private void set(Optional<URI> next) {
    lock.lock();
    try {
      current = next;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until there is a host. */
  URI await() throws InterruptedException {
    lock.lock();
    try {
      while (current.isEmpty()) {
        moved.await();
      }
      return current.get();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the host is not there any more, but no longer than this. */
  void awaitLeft(URI url, Duration most) throws InterruptedException {
    long left = most.toNanos();
    lock.lock();
    try {
      while (left > 0 && current.filter(url::equals).isPresent()) {
        left = moved.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
