// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import static dev.gapless.journal.contract.Sample.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.engine.journal.Journal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteAheadLogTest {
  private static final int KIB = 1024;
  private static final int ROW = 64 * KIB;
  private static final long LIMIT = 1024 * KIB;

  @TempDir Path folder;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Journal journal;

  @BeforeEach
  void open() {
    journal =
        SqliteJournal.at(folder.resolve("gapless.db"))
            .limits(new Limits(64, LIMIT))
            .open(Clock.systemUTC());
  }

  @AfterEach
  void close() {
    journal.close();
    threads.shutdown();
  }

  @Test
  void staysSmallWhileNobodyReads() {
    long greatest = 0;
    for (int i = 0; i < 100; i++) {
      addRow();
      greatest = Math.max(greatest, size());
    }
    assertThat(greatest).isLessThan(LIMIT);
  }

  @Test
  void staysBoundedWhileReadsOverlapWithoutEndAlsoAfterALongOne() {
    CountDownLatch longOneMayEnd = new CountDownLatch(1);
    CompletableFuture<Void> longOne = read(longOneMayEnd);
    AtomicBoolean enough = new AtomicBoolean();
    Semaphore first = new Semaphore(0);
    Semaphore second = new Semaphore(0);
    CompletableFuture<Void> one =
        CompletableFuture.runAsync(() -> relay(first, second, enough), threads);
    CompletableFuture<Void> other =
        CompletableFuture.runAsync(
            () -> {
              second.acquireUninterruptibly();
              relay(second, first, enough);
            },
            threads);
    long greatest = 0;
    for (int i = 0; i < 500; i++) {
      addRow();
      greatest = Math.max(greatest, size());
      if (greatest > LIMIT + ROW) {
        longOneMayEnd.countDown();
      }
    }
    enough.set(true);
    CompletableFuture.allOf(longOne, one, other).join();
    // A reader that is not scheduled for a while costs two megabytes; without bounds it would be
    // 30.
    assertThat(greatest).isBetween(LIMIT, 20 * LIMIT);
  }

  /** Begins a read, lets the other thread end its own, and waits for it to begin the next. */
  private void relay(Semaphore mayEnd, Semaphore otherMayEnd, AtomicBoolean enough) {
    while (!enough.get()) {
      journal.read(
          view -> {
            view.lastSequence();
            otherMayEnd.release();
            mayEnd.acquireUninterruptibly();
            return true;
          });
    }
    otherMayEnd.release();
  }

  @Test
  void isEmptiedOnceALongReadHasEnded() {
    CountDownLatch mayEnd = new CountDownLatch(1);
    CompletableFuture<Void> reading = read(mayEnd);
    for (int i = 0; i < 40; i++) {
      addRow();
    }
    assertThat(size()).isGreaterThan(2 * LIMIT);
    mayEnd.countDown();
    reading.join();
    for (int i = 0; i < 60; i++) {
      addRow();
    }
    assertThat(size()).isLessThan(LIMIT);
  }

  @Test
  void goesWithTheLastConnection() {
    addRow();
    journal.close();
    assertThat(folder.resolve("gapless.db-wal")).doesNotExist();
  }

  private CompletableFuture<Void> read(CountDownLatch mayEnd) {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Void> reading =
        CompletableFuture.runAsync(
            () ->
                journal.read(
                    view -> {
                      view.lastSequence();
                      begun.countDown();
                      return await(mayEnd);
                    }),
            threads);
    await(begun);
    return reading;
  }

  private void addRow() {
    journal.commit(tx -> tx.addReceipt("a", NOON, new byte[ROW]));
  }

  private long size() {
    return folder.resolve("gapless.db-wal").toFile().length();
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
