// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.catchup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the journal remembers of one source.
 *
 * @param horizon everything before it has been read back, or need not be
 * @param running the sweep under way
 * @param last the sweep that ended last
 */
record SourceState(Instant horizon, Optional<Sweep> running, Optional<Sweep> last) {
  // Clocks differ, and a platform may list a contact a little after it happened.
  private static final Duration OVERLAP = Duration.ofMinutes(15);

  /** For a clock that was set back: nobody knows when the last sweep really was. */
  private static final Duration UNSURE = Duration.ofDays(1);

  static SourceState startingAt(Instant horizon) {
    return new SourceState(horizon, Optional.empty(), Optional.empty());
  }

  /**
   * A sweep back to the horizon, or further if somebody wants it, but never beyond the furthest.
   */
  SourceState begin(Instant now, Optional<Instant> asked, Instant furthest) {
    Instant usual = last.map(before -> resume(before, now)).orElse(horizon);
    Instant since = asked.filter(one -> one.isBefore(usual)).orElse(usual);
    return with(Sweep.begin(since.isBefore(furthest) ? furthest : since, now));
  }

  private Instant resume(Sweep before, Instant now) {
    if (!horizon.isAfter(now)) {
      return horizon.minus(OVERLAP);
    }
    Instant latest = now.minus(UNSURE);
    return before.since().isBefore(latest) ? before.since() : latest;
  }

  SourceState with(Sweep sweep) {
    return new SourceState(horizon, Optional.of(sweep), last);
  }

  /** Only a sweep that read everything moves the horizon. */
  SourceState end(Sweep sweep) {
    return new SourceState(
        sweep.problem().isPresent() ? horizon : sweep.startedAt(),
        Optional.empty(),
        Optional.of(sweep));
  }
}
