// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|PT0S",
        "17|PT17S",
        "999999999999999|PT24H",
        "Sat, 21 Nov 2026 10:00:30 GMT|PT30S",
        "Sat, 21 Nov 2026 09:00:00 GMT|PT0S",
        "Thu, 21 Nov 2126 09:00:00 GMT|PT24H"
      })
  void readsSecondsAndDates(String value, Duration wait) {
    assertThat(RetryAfter.parse(value, clock)).contains(wait);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-1", "soon", "1.5", "9999999999999999", "١٢", "2026-11-21T10:00:30Z"})
  void anythingElseIsNoWait(String value) {
    assertThat(RetryAfter.parse(value, clock)).isEmpty();
  }

  @Test
  void theDefaultLocaleDoesNotMatter() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      assertThat(RetryAfter.parse("Sat, 21 Nov 2026 10:00:30 GMT", clock))
          .contains(Duration.ofSeconds(30));
    } finally {
      Locale.setDefault(before);
    }
  }
}
