// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.console;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for something that happens elsewhere. */
public final class Patience {
  private static final Duration LOOK = Duration.ofMillis(25);

  private Patience() {}

  /** Looks again and again until it is so or the time is over; says whether it is so. */
  public static boolean until(BooleanSupplier so, Duration most) {
    return until(so::getAsBoolean, is -> is, most);
  }

  /** Looks again and again until it is enough or the time is over; returns what was seen last. */
  public static <T> T until(Supplier<T> look, Predicate<T> enough, Duration most) {
    long end = System.nanoTime() + most.toNanos();
    T seen = look.get();
    while (!enough.test(seen)
        && System.nanoTime() - end < 0
        && !Thread.currentThread().isInterrupted()) {
      pause(LOOK);
      seen = look.get();
    }
    return seen;
  }

  /** Lets time pass; returns early, with the flag set, if the thread is interrupted. */
  public static void pause(Duration span) {
    try {
      Thread.sleep(span.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
