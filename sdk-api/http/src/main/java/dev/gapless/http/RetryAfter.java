// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Reads the header {@code Retry-After} (RFC 9110 section 10.2.3): seconds or a date. More than a
 * day is read as a day, so that a nonsense value stops nothing for years; a date in the past is
 * zero.
 */
public final class RetryAfter {
  private static final Duration LONGEST = Duration.ofDays(1);

  private RetryAfter() {}

  /** How long the answer asks us to wait; empty if it does not say or not in a known form. */
  public static Optional<Duration> of(HttpAnswer answer, Clock clock) {
    return answer.header("Retry-After").flatMap(value -> parse(value.strip(), clock));
  }

  static Optional<Duration> parse(String value, Clock clock) {
    if (value.matches("[0-9]{1,15}")) {
      return Optional.of(bounded(Duration.ofSeconds(Long.parseLong(value))));
    }
    try {
      Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
      return Optional.of(bounded(Duration.between(clock.instant(), until)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
