// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.load;

import java.util.Arrays;

/** How long each of many things took, exactly. Safe for use by many threads. */
public final class Latencies {
  private long[] nanos = new long[1 << 12];
  private int count;

  public synchronized void add(long one) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = one;
  }

  public synchronized int count() {
    return count;
  }

  /**
   * The time within which this share of all was done, in milliseconds; 0 if nothing was.
   *
   * @param share 0 to 1
   */
  public synchronized double millis(double share) {
    if (count == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(share * count) - 1)] / 1e6;
  }

  public synchronized void clear() {
    count = 0;
  }
}
