// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** One engine owns a journal at a time; the lock file beside the journal is the proof. */
final class Ownership implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final LockFile lock;
  private final Failures failures;

  private Ownership(LockFile lock, Failures failures) {
    this.lock = lock;
    this.failures = failures;
  }

  /**
   * Waits up to {@code wait} for the owner to go, as in a rolling restart.
   *
   * @throws dev.gapless.engine.journal.JournalException if it does not
   */
  static Ownership take(Path journal, Duration wait, Pause pause, Clock clock) {
    Failures failures = new Failures(journal);
    Path path = journal.resolveSibling(journal.getFileName() + ".lock");
    LockFile lock = new LockFile(path);
    try {
      Duration waited = Duration.ZERO;
      while (!lock.tryLock(self(clock))) {
        if (waited.compareTo(wait) >= 0) {
          throw failures.of(refusal(lock.holder(), wait));
        }
        pause.pause(POLL);
        waited = waited.plus(POLL);
      }
      return new Ownership(lock, failures);
    } catch (IOException e) {
      throw failures.of(
          "cannot write the lock file " + path + ". Let this user write to it and its folder", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failures.of("interrupted while waiting for its owner", e);
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
    } catch (IOException e) {
      throw failures.of("cannot give up the lock file", e);
    }
  }

  private static String refusal(String holder, Duration wait) {
    String owner = holder.isEmpty() ? "its lock file does not say which" : holder;
    return "in use by another engine (%s). Waited %d s. Close that one, or use another file"
        .formatted(owner, wait.toSeconds());
  }

  private static String self(Clock clock) {
    ProcessHandle process = ProcessHandle.current();
    String started = process.info().startInstant().map(Instant::toString).orElse("unknown");
    return "process %d, started %s, owner since %s"
        .formatted(process.pid(), started, clock.instant());
  }
}
