// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph.setup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Compares our clock with the platform's. */
final class ClockCheck {
  private static final Duration NOTED = Duration.ofMinutes(1);
  private static final Duration WRONG = Duration.ofMinutes(5);
  private static final String REMEDY = "Let this machine set its clock by the network (NTP)";

  private final Clock clock;

  ClockCheck(Clock clock) {
    this.clock = clock;
  }

  void run(Instant platforms, Findings found) {
    Duration ahead = Duration.between(platforms, clock.instant());
    String problem =
        "is "
            + ahead.abs().toSeconds()
            + " s "
            + (ahead.isNegative() ? "behind" : "ahead of")
            + " the platform's";
    if (ahead.abs().compareTo(WRONG) >= 0) {
      found.problem("clock", problem, REMEDY);
    } else if (ahead.abs().compareTo(NOTED) >= 0) {
      found.note("clock", problem, REMEDY);
    }
  }
}
