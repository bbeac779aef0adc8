// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.crm;

import dev.gapless.examples.benchmarks.load.Latencies;
import dev.gapless.examples.benchmarks.load.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A CRM that keeps nothing but what it was told and in which order. A call takes {@value
 * #CALL_MILLIS} ms and {@value #ROW_MILLIS} ms for each row, whether it reads or writes; up to
 * {@value #CONCURRENCY} run at once.
 */
public final class PricedCrm {
  public static final int CONCURRENCY = 8;
  public static final int MOST_ROWS = 200;
  static final int CALL_MILLIS = 80;
  static final int ROW_MILLIS = 3;

  /** What it costs, in words. */
  public static final String DESCRIPTION =
      CALL_MILLIS
          + " ms a call and "
          + ROW_MILLIS
          + " ms a row, look-ups too; at most "
          + MOST_ROWS
          + " rows a call, "
          + CONCURRENCY
          + " calls at once";

  /** Rows a second if all calls are full. */
  public static final double MOST_PER_SECOND =
      CONCURRENCY * MOST_ROWS * 1_000.0 / (CALL_MILLIS + ROW_MILLIS * MOST_ROWS);

  private final AtomicLong calls = new AtomicLong();
  private final List<Mark> arrived = new ArrayList<>();
  private final Latencies latencies = new Latencies();
  private volatile boolean up = true;

  public void up() {
    up = true;
  }

  public void down() {
    up = false;
  }

  boolean isUp() {
    return up;
  }

  /** Takes the time that a call with so many rows takes. */
  public void call(int rows) {
    calls.incrementAndGet();
    try {
      TimeUnit.MILLISECONDS.sleep(CALL_MILLIS + (long) ROW_MILLIS * rows);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One call that makes an entry of each text. */
  public void write(List<String> texts) {
    call(texts.size());
    long now = System.currentTimeMillis();
    List<Mark> marks = texts.stream().map(Mark::of).toList();
    synchronized (arrived) {
      arrived.addAll(marks);
    }
    marks.forEach(mark -> latencies.add((now - mark.sentAt()) * 1_000_000));
  }

  /** Calls so far, look-ups included. */
  public long calls() {
    return calls.get();
  }

  /** What was written, in the order it came. */
  public List<Mark> arrived() {
    synchronized (arrived) {
      return List.copyOf(arrived);
    }
  }

  public int entries() {
    synchronized (arrived) {
      return arrived.size();
    }
  }

  /** From sent to written. */
  public Latencies latencies() {
    return latencies;
  }
}
