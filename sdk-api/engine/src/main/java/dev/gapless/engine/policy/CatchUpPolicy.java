// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a channel that can be read back is asked what its webhooks missed.
 *
 * @param every from the start of one sweep to the start of the next; empty for only when asked
 * @param from how far the very first sweep goes back; empty for no further than the first start
 */
public record CatchUpPolicy(Optional<Duration> every, Optional<Instant> from) {
  /** At every start and each hour; nothing from before the first start. */
  public static final CatchUpPolicy DEFAULT =
      new CatchUpPolicy(Optional.of(Duration.ofHours(1)), Optional.empty());

  public CatchUpPolicy {
    if (every.filter(time -> time.compareTo(Duration.ofMinutes(1)) < 0).isPresent()) {
      throw new IllegalArgumentException(
          "catch-up-every is " + every.get() + ", must be at least a minute");
    }
  }
}
