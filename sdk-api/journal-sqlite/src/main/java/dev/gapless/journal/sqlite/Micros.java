// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import java.time.Instant;

/** Instants as the journal stores them: whole microseconds since the epoch. */
final class Micros {
  private static final long PER_SECOND = 1_000_000;
  private static final long MAX_SECONDS = Long.MAX_VALUE / PER_SECOND - 1;

  private Micros() {}

  /** Rounded down; what is beyond the year 290,000 either way becomes the nearest that fits. */
  static long of(Instant instant) {
    long seconds = Math.max(-MAX_SECONDS, Math.min(MAX_SECONDS, instant.getEpochSecond()));
    return seconds * PER_SECOND + instant.getNano() / 1_000;
  }

  static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * 1_000);
  }
}
