// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph;

import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.http.graph.GraphUsage.Reading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers the limits that are nearly used up, so that what can wait stops before the rest. */
final class GraphBudget {
  /** From this share on, what can wait leaves the rest to what cannot. */
  private static final int NEARLY_USED_UP = 90;

  /** The limits roll over hours; by then a good part of the use has rolled out. */
  private static final Duration UNTOLD_PAUSE = Duration.ofMinutes(5);

  private final Clock clock;
  private final Map<String, Instant> usedUpUntil = new ConcurrentHashMap<>();

  GraphBudget(Clock clock) {
    this.clock = clock;
  }

  void saw(GraphUsage usage) {
    usage.readings().forEach(this::saw);
  }

  private void saw(Reading reading) {
    String limit = reading.limit() + " " + reading.object();
    if (reading.percent() >= NEARLY_USED_UP || !reading.regain().isZero()) {
      Duration pause = reading.regain().isZero() ? UNTOLD_PAUSE : reading.regain();
      usedUpUntil.put(limit, clock.instant().plus(pause));
    } else {
      usedUpUntil.remove(limit);
    }
  }

  Optional<Refusal> pause() {
    Instant now = clock.instant();
    usedUpUntil.values().removeIf(until -> !until.isAfter(now));
    return usedUpUntil.values().stream()
        .max(Comparator.naturalOrder())
        .map(until -> refusal(Duration.between(now, until)));
  }

  private static Refusal refusal(Duration wait) {
    return Refusal.of(
            Category.QUOTA,
            Scope.CONNECTION,
            "",
            "nine tenths of the platform's limit of calls are used up, so reads that can wait do."
                + " Nothing to do")
        .retryAfter(wait);
  }
}
