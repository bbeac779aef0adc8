// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The end of an account's day, where clocks are changed too. */
class PauseTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-22T10:00:00Z, UTC, PT14H",
    "2026-11-22T10:00:00Z, America/New_York, PT19H",
    "2026-11-22T23:59:59Z, UTC, PT1S",
    "2026-11-22T00:00:00Z, UTC, PT24H",
    // Clocks go forward: a day of 23 hours; back: one of 25.
    "2026-03-28T23:00:00Z, Europe/Berlin, PT23H",
    "2026-10-24T22:00:00Z, Europe/Berlin, PT25H",
    "2026-10-25T00:30:00Z, Europe/Berlin, PT22H30M",
    // Midnight itself is skipped: the day begins at one.
    "2024-03-30T22:30:00Z, Africa/Cairo, PT23H30M",
    "2024-04-25T21:59:00Z, Africa/Cairo, PT1M",
    // A whole day is skipped.
    "2011-12-30T09:00:00Z, Pacific/Apia, PT1H"
  })
  void endsAtMidnightOfTheAccount(Instant now, ZoneId zone, Duration wait) {
    assertThat(new Pause.UntilMidnight(zone).from(now)).isEqualTo(wait);
  }

  @ParameterizedTest
  @CsvSource({"2026-03-29T00:59:00Z", "2026-07-01T12:00:00Z"})
  void aLengthIsAlwaysAsLong(Instant now) {
    assertThat(new Pause.For(Duration.ofSeconds(10)).from(now)).hasSeconds(10);
  }
}
