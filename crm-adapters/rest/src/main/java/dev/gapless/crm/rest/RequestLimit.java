// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.crm.rest.preset.Rate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Keeps calls below what the CRM allows: what would be too much is refused here, without a call and
 * without waiting. Thread-safe.
 */
final class RequestLimit {
  private static final Duration UNTIL_ONE_ENDS = Duration.ofMillis(500);

  private final Clock clock;
  private final List<Window> windows;
  private final OptionalInt mostAtOnce;
  private int inFlight;

  RequestLimit(Clock clock, List<Rate> rates, OptionalInt mostAtOnce) {
    this.clock = clock;
    this.windows = rates.stream().map(Window::new).toList();
    this.mostAtOnce = mostAtOnce;
  }

  /** Takes the place of a call, to be given back by {@link #ended}; or says why there is none. */
  synchronized Optional<Refusal> begin() {
    if (mostAtOnce.isPresent() && inFlight >= mostAtOnce.getAsInt()) {
      return Optional.of(
          refusal(mostAtOnce.getAsInt() + " calls at the same time", UNTIL_ONE_ENDS));
    }
    Instant now = clock.instant();
    for (Window window : windows) {
      Duration wait = window.waitAt(now);
      if (!wait.isZero()) {
        return Optional.of(refusal(window.rate.text() + " calls", wait));
      }
    }
    windows.forEach(window -> window.take(now));
    inFlight++;
    return Optional.empty();
  }

  synchronized void ended() {
    inFlight--;
  }

  private static Refusal refusal(String limit, Duration wait) {
    return Refusal.of(
            Category.THROTTLED, Scope.CONNECTION, "", "our own limit of " + limit + " is reached")
        .retryAfter(wait);
  }

  /** The times of the last calls, as many as the rate allows, in a ring. */
  private static final class Window {
    private final Rate rate;
    private final Instant[] calls;
    private int oldest;

    Window(Rate rate) {
      this.rate = rate;
      this.calls = new Instant[rate.calls()];
      Arrays.fill(calls, Instant.MIN);
    }

    /** Zero if a call may leave; never longer than the window, whatever a clock is set to. */
    Duration waitAt(Instant now) {
      if (calls[oldest].equals(Instant.MIN)) {
        return Duration.ZERO;
      }
      Duration wait = Duration.between(now, calls[oldest].plus(rate.per()));
      if (wait.isNegative()) {
        return Duration.ZERO;
      }
      return wait.compareTo(rate.per()) > 0 ? rate.per() : wait;
    }

    void take(Instant now) {
      calls[oldest] = now;
      oldest = (oldest + 1) % calls.length;
    }
  }
}
