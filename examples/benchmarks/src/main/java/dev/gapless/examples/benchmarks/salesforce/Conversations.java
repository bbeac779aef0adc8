// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.salesforce;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Who writes which message: conversations of log-normal length (median 3, p99 60), shuffled into
 * one another. The same seed gives the same ones.
 */
final class Conversations {
  static final long SEED = 20_261_122;
  private static final double MEDIAN = 3;
  private static final double P99 = 60;
  private static final double P99_IN_DEVIATIONS = 2.3263;

  private final int[] ofMessage;
  private int count;

  Conversations(int messages) {
    SplittableRandom random = new SplittableRandom(SEED);
    ofMessage = new int[messages];
    for (int from = 0; from < messages; count++) {
      int to = Math.min(messages, from + length(random));
      Arrays.fill(ofMessage, from, to, count);
      from = to;
    }
    shuffle(random);
  }

  private static int length(SplittableRandom random) {
    double deviation = Math.log(P99 / MEDIAN) / P99_IN_DEVIATIONS;
    double drawn = Math.exp(Math.log(MEDIAN) + deviation * random.nextGaussian());
    return (int) Math.max(1, Math.round(drawn));
  }

  private void shuffle(SplittableRandom random) {
    for (int last = ofMessage.length - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int kept = ofMessage[last];
      ofMessage[last] = ofMessage[other];
      ofMessage[other] = kept;
    }
  }

  int count() {
    return count;
  }

  int messages() {
    return ofMessage.length;
  }

  int of(long message) {
    return ofMessage[(int) message];
  }
}
