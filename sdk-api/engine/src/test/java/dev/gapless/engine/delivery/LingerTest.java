// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LingerTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final Linger linger = new Linger(Duration.ofSeconds(2));

  @Test
  void holdsEntriesUntilTheOldestHasWaitedLongEnough() {
    assertThat(linger.holds(NOW, NOW.plusMillis(1_500))).isTrue();
    assertThat(linger.left(NOW.plusMillis(1_500))).isEqualTo(Duration.ofMillis(500));
    assertThat(linger.holds(NOW, NOW.plusMillis(2_000))).isFalse();
    assertThat(linger.left(NOW.plusMillis(2_000))).isZero();
  }

  @Test
  void sendsOneCallAtATimeUnlessSoManyWaitThatItMayGoBeside() {
    assertThat(linger.begins(false)).isTrue();
    assertThat(linger.begins(false)).isFalse();
    assertThat(linger.begins(true)).isTrue();
    linger.ended();
    assertThat(linger.begins(false)).isFalse();
    linger.ended();
    assertThat(linger.begins(false)).isTrue();
  }
}
