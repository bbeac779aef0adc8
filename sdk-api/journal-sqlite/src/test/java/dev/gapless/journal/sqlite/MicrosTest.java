// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MicrosTest {
  @Property
  void keepsMicroseconds(
      @ForAll @LongRange(min = -62_135_596_800L, max = 253_402_300_799L) long seconds,
      @ForAll @IntRange(max = 999_999_999) int nanos) {
    Instant instant = Instant.ofEpochSecond(seconds, nanos);
    assertThat(Micros.instant(Micros.of(instant)))
        .isEqualTo(instant.truncatedTo(ChronoUnit.MICROS));
  }

  @Test
  void keepsOrderAtTheEndsOfTime() {
    assertThat(Micros.of(Instant.MAX))
        .isGreaterThan(Micros.of(Instant.parse("9999-12-31T23:59:59Z")));
    assertThat(Micros.of(Instant.MIN)).isLessThan(Micros.of(Instant.parse("0000-01-01T00:00:00Z")));
    assertThat(Micros.of(Micros.instant(Micros.of(Instant.MAX)))).isEqualTo(Micros.of(Instant.MAX));
  }
}
