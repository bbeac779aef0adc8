// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import static dev.gapless.crm.rest.Connections.NOW;
import static dev.gapless.crm.rest.Connections.demo;
import static dev.gapless.crm.rest.Connections.newEntry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.crm.WriteOutcome.Refused;
import dev.gapless.api.crm.WriteOutcome.Written;
import dev.gapless.crm.rest.preset.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the CRM would refuse is refused here, without a call. */
class RequestLimitTest {
  private final TestClock clock = new TestClock(NOW);

  @Test
  void letsSoManyCallsThroughAndSaysWhenTheNextMayLeave() {
    RequestLimit limit = limit("2/10s");
    assertThat(limit.begin()).isEmpty();
    clock.advance(Duration.ofSeconds(4));
    assertThat(limit.begin()).isEmpty();
    Refusal refusal = limit.begin().orElseThrow();
    assertThat(refusal.category()).isEqualTo(Category.THROTTLED);
    assertThat(refusal.scope()).isEqualTo(Scope.CONNECTION);
    assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(6));
    assertThat(refusal.detail()).contains("2/10s");
    clock.advance(Duration.ofSeconds(6));
    assertThat(limit.begin()).isEmpty();
    assertThat(limit.begin().orElseThrow().retryAfter()).contains(Duration.ofSeconds(4));
  }

  @Test
  void noWindowAnywhereHoldsMoreThanTheRate() {
    RequestLimit limit = limit("7/10s", "30/1m");
    List<Instant> left = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      clock.advance(Duration.ofMillis(random.nextInt(700)));
      if (limit.begin().isEmpty()) {
        left.add(clock.instant());
      }
    }
    assertThat(left).hasSizeGreaterThan(500);
    assertThat(most(left, Duration.ofSeconds(10))).isEqualTo(7);
    assertThat(most(left, Duration.ofMinutes(1))).isEqualTo(30);
  }

  @Test
  void aRefusedCallCountsInNoWindow() {
    RequestLimit limit = limit("1/1s", "3/1h");
    assertThat(limit.begin()).isEmpty();
    for (int i = 0; i < 9; i++) {
      assertThat(limit.begin()).isPresent();
    }
    clock.advance(Duration.ofSeconds(1));
    assertThat(limit.begin()).isEmpty();
  }

  @Test
  void aClockSetBackStopsNothingForLongerThanTheWindow() {
    RequestLimit limit = limit("1/10s");
    assertThat(limit.begin()).isEmpty();
    clock.advance(Duration.ofHours(-5));
    assertThat(limit.begin().orElseThrow().retryAfter()).contains(Duration.ofSeconds(10));
  }

  @Test
  void neverMoreCallsAtTheSameTimeThanTheCrmTakes() {
    RequestLimit limit = new RequestLimit(clock, List.of(), OptionalInt.of(2));
    assertThat(limit.begin()).isEmpty();
    assertThat(limit.begin()).isEmpty();
    assertThat(limit.begin().orElseThrow().category()).isEqualTo(Category.THROTTLED);
    limit.ended();
    assertThat(limit.begin()).isEmpty();
  }

  @Test
  void aCallTooManyNeverReachesTheCrmAndIsNoAttempt() throws Exception {
    try (FakeCrm crm = new FakeCrm()) {
      RestCrmAdapter adapter = Connections.open(demo(crm, "rates", "2/10s, 100/1h"), clock);
      assertThat(adapter.checkSetup().isOk()).isTrue();
      assertThat(adapter.write(List.of(newEntry(1))).values().iterator().next())
          .isInstanceOf(Written.class);
      Refused refused = (Refused) adapter.write(List.of(newEntry(2))).values().iterator().next();
      assertThat(refused.refusal().category()).isEqualTo(Category.THROTTLED);
      assertThat(refused.refusal().scope()).isEqualTo(Scope.CONNECTION);
      assertThat(refused.refusal().retryAfter()).contains(Duration.ofSeconds(10));
      assertThat(crm.seen("POST /api/timeline/batch")).hasSize(1);
      clock.advance(Duration.ofSeconds(10));
      assertThat(adapter.write(List.of(newEntry(2))).values().iterator().next())
          .isInstanceOf(Written.class);
    }
  }

  @Test
  void aRateThatIsNoneIsNamedBeforeAnythingStarts() throws Exception {
    try (FakeCrm crm = new FakeCrm()) {
      for (String wrong : List.of("100", "0/10s", "100/10", "100/2d", "100/25h", "1e3/1s")) {
        assertThatThrownBy(() -> Connections.open(demo(crm, "rates", wrong)))
            .isInstanceOf(ConfigurationException.class)
            .hasMessageContaining("crm.test.rates: '" + wrong + "' is not calls/duration");
      }
    }
  }

  @Test
  void thePresetsConcurrencyIsNeverExceeded() throws Exception {
    try (FakeCrm crm = new FakeCrm()) {
      assertThat(Bundled.ZOHO.open(crm).capabilities().maxConcurrentCalls()).isEqualTo(4);
      var settings = Bundled.ZOHO.settings(crm);
      settings.put("concurrency", "50");
      assertThat(Connections.open(settings).capabilities().maxConcurrentCalls()).isEqualTo(5);
    }
  }

  private RequestLimit limit(String... rates) {
    return new RequestLimit(
        clock,
        List.of(rates).stream().map(Rate::parse).map(Optional::orElseThrow).toList(),
        OptionalInt.empty());
  }

  private static long most(List<Instant> left, Duration per) {
    return left.stream()
        .mapToLong(
            from ->
                left.stream()
                    .filter(at -> !at.isBefore(from) && at.isBefore(from.plus(per)))
                    .count())
        .max()
        .orElseThrow();
  }
}
