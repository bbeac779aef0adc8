// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.payload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
  private static final Times TIMES = new Times(Instant.parse("2009-01-01T00:00:00Z"));
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1792000000                       | 2026-10-14T17:46:40Z
          "1792000000"                     | 2026-10-14T17:46:40Z
          1792000000123                    | 2026-10-14T17:46:40.123Z
          "1792000000123"                  | 2026-10-14T17:46:40.123Z
          1792000000.5                     | 2026-10-14T17:46:40.500Z
          "2026-10-14T17:46:40Z"           | 2026-10-14T17:46:40Z
          "2026-10-14T19:46:40.5+02:00"    | 2026-10-14T17:46:40.500Z
          "2026-10-14T17:46:40+0000"       | 2026-10-14T17:46:40Z
          """)
  void readsEveryFormThatOccurs(String json, Instant expected) {
    assertThat(TIMES.read(json(json), NOW)).contains(expected);
  }

  @Test
  void elevenDigitsDivideSecondsFromMilliseconds() {
    Instant farFuture = Instant.parse("5200-01-01T00:00:00Z");
    assertThat(TIMES.read(json("99999999999"), farFuture))
        .contains(Instant.ofEpochSecond(99999999999L));
    // One more counts milliseconds, and 1973 was before all that.
    assertThat(TIMES.read(json("100000000000"), farFuture)).isEmpty();
    assertThat(TIMES.read(json("1230768000000"), NOW))
        .contains(Instant.parse("2009-01-01T00:00:00Z"));
  }

  @Test
  void clocksMayDifferByADay() {
    assertThat(TIMES.read(json(String.valueOf(NOW.plusSeconds(86400).getEpochSecond())), NOW))
        .isPresent();
    assertThat(TIMES.read(json(String.valueOf(NOW.plusSeconds(86401).getEpochSecond())), NOW))
        .isEmpty();
  }

  @Test
  void aLocalTimeWithoutOffsetSaysNothing() {
    assertThat(TIMES.read(json("\"2026-10-14T17:46:40\""), NOW)).isEmpty();
  }

  private static JsonNode json(String text) {
    return Body.inner(text).orElseThrow();
  }
}
