// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import dev.gapless.examples.quickstart.console.Console;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A line every few seconds that says how far the run is. */
final class Progress implements AutoCloseable {
  private static final long SECONDS = 5;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(new Daemons("progress"));
  private final long begin = System.nanoTime();

  Progress(Console console, Supplier<String> how) {
    var unused =
        timer.scheduleAtFixedRate(
            () ->
                console.say(String.format(Locale.ROOT, "%5d s  %s", time().toSeconds(), how.get())),
            SECONDS,
            SECONDS,
            TimeUnit.SECONDS);
  }

  /** How long the run has taken so far. */
  Duration time() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
