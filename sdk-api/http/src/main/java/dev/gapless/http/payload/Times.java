// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.payload;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a point in time: seconds or milliseconds since 1970 as number or digits, or ISO 8601 with
 * offset, as relays write it. A number below 10^11 counts seconds.
 */
public final class Times {
  /** How far clocks may differ. */
  private static final Duration TOLERANCE = Duration.ofDays(1);

  private static final int MAX_DIGITS = 18;
  private static final long FIRST_MILLIS = 100_000_000_000L;
  private static final long THOUSAND = 1000;
  private static final long END = 1_000_000_000_000_000L;

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);

  private final Instant earliest;

  /**
   * @param earliest when the platform began; an earlier time is a mistake
   */
  public Times(Instant earliest) {
    this.earliest = earliest;
  }

  /** The time, unless it is missing, malformed or cannot be. */
  public Optional<Instant> read(JsonNode value, Instant receivedAt) {
    return parse(value)
        .filter(at -> !at.isBefore(earliest) && !at.isAfter(receivedAt.plus(TOLERANCE)));
  }

  private static Optional<Instant> parse(JsonNode value) {
    if (value.isTextual()) {
      String text = value.textValue().strip();
      return isDigits(text) ? epoch(Long.parseLong(text)) : iso(text);
    }
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return epoch(value.longValue());
    }
    return value.isNumber() && !value.isDouble() ? epoch(value.decimalValue()) : Optional.empty();
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= MAX_DIGITS;
  }

  private static Optional<Instant> epoch(long number) {
    return number < 1 || number >= END
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(number < FIRST_MILLIS ? number * THOUSAND : number));
  }

  private static Optional<Instant> epoch(BigDecimal number) {
    // Bounds first: turning 1e999999999 into a long would take for ever.
    if (number.compareTo(BigDecimal.ONE) < 0 || number.compareTo(BigDecimal.valueOf(END)) >= 0) {
      return Optional.empty();
    }
    BigDecimal millis =
        number.compareTo(BigDecimal.valueOf(FIRST_MILLIS)) < 0
            ? number.multiply(BigDecimal.valueOf(THOUSAND))
            : number;
    return Optional.of(Instant.ofEpochMilli(millis.longValue()));
  }

  private static Optional<Instant> iso(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text, ISO).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
