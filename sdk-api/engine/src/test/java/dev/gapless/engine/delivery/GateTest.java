// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.gapless.api.Refusal;
import dev.gapless.engine.delivery.Gate.Passage;
import dev.gapless.engine.work.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class GateTest {
  private static final Refusal DOWN =
      Refusal.of(Refusal.Category.OUTAGE, Refusal.Scope.CONNECTION, "503", "down");

  private final Hands clock = new Hands();
  private final Gate gate =
      new Gate(
          "crm", clock, new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), new Random(1)));
  private final Logger log = (Logger) LoggerFactory.getLogger(Gate.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void listen() {
    lines.start();
    log.setLevel(Level.INFO);
    log.addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    log.detachAppender(lines);
    log.setLevel(Level.OFF);
  }

  @Test
  void asksBeforeTheFirstWrite() {
    assertThat(gate.passage()).isEqualTo(Passage.PROBE);
    assertThat(gate.passage()).describedAs("one probe at a time").isEqualTo(Passage.SHUT);
    gate.probed(Optional.empty());
    assertThat(gate.passage()).isEqualTo(Passage.OPEN);
  }

  @Test
  void shutsAtOnceWhenTheConnectionIsRefusedAndProbesLater() {
    open();
    gate.refused(DOWN);
    assertThat(gate.passage()).isEqualTo(Passage.SHUT);
    assertThat(gate.stop().orElseThrow().refusal()).isEqualTo(DOWN);
    clock.advance(Duration.ofSeconds(2));
    assertThat(gate.passage()).isEqualTo(Passage.PROBE);
    gate.probed(Optional.empty());
    assertThat(gate.passage()).isEqualTo(Passage.OPEN);
    assertThat(gate.stop()).isEmpty();
  }

  @Test
  void waitsAsLongAsTheCrmAsks() {
    open();
    gate.refused(DOWN.retryAfter(Duration.ofMinutes(10)));
    clock.advance(Duration.ofMinutes(9));
    assertThat(gate.passage()).isEqualTo(Passage.SHUT);
    clock.advance(Duration.ofMinutes(2));
    assertThat(gate.passage()).isEqualTo(Passage.PROBE);
  }

  @Test
  void pausesThoughTheCrmAsksForNoPause() {
    open();
    gate.refused(DOWN.retryAfter(Duration.ZERO));
    clock.advance(Duration.ofMillis(1));
    assertThat(gate.passage()).isEqualTo(Passage.SHUT);
    clock.advance(Duration.ofSeconds(2));
    assertThat(gate.passage()).isEqualTo(Passage.PROBE);
  }

  @Test
  void probesWhenTheClockWasSetBackMeanwhile() {
    open();
    gate.refused(DOWN);
    clock.advance(Duration.ofDays(-1));
    clock.advance(Duration.ofSeconds(2));
    assertThat(gate.passage()).isEqualTo(Passage.PROBE);
    assertThat(gate.passage()).describedAs("one probe at a time").isEqualTo(Passage.SHUT);
    gate.probed(Optional.of(DOWN));
    assertThat(gate.passage()).isEqualTo(Passage.SHUT);
    clock.advance(Duration.ofMinutes(2));
    open();
  }

  @Test
  void probesWhenTheClockWasSetBackAfterCallsWithoutAnswer() {
    open();
    for (int i = 0; i < 4; i++) {
      gate.unanswered();
    }
    clock.advance(Duration.ofDays(-1));
    assertThat(gate.passage()).isEqualTo(Passage.PROBE);
  }

  @Test
  void raisesTheAlarmWhenSomethingWorseIsFound() {
    open();
    gate.refused(refusal(Refusal.Category.THROTTLED));
    assertThat(warnings()).isEmpty();
    for (int i = 0; i < 3; i++) {
      clock.advance(Duration.ofMinutes(2));
      assertThat(gate.passage()).isEqualTo(Passage.PROBE);
      gate.probed(Optional.of(refusal(Refusal.Category.AUTHENTICATION)));
    }
    assertThat(warnings()).singleElement().asString().contains("crm", "authentication");
  }

  @Test
  void raisesTheAlarmWhenItIsStoppedAgainBySomethingElse() {
    open();
    gate.refused(refusal(Refusal.Category.THROTTLED));
    for (int i = 0; i < 3; i++) {
      clock.advance(Duration.ofMinutes(2));
      open();
      gate.refused(refusal(Refusal.Category.SETUP));
    }
    assertThat(warnings()).singleElement().asString().contains("crm", "setup");
  }

  @Test
  void raisesNoSecondAlarmWhenAnOutageShowsItselfInManyWays() {
    open();
    gate.refused(refusal(Refusal.Category.OUTAGE));
    for (Refusal.Category category :
        List.of(Refusal.Category.TRANSIENT, Refusal.Category.THROTTLED, Refusal.Category.OUTAGE)) {
      clock.advance(Duration.ofMinutes(2));
      assertThat(gate.passage()).isEqualTo(Passage.PROBE);
      gate.probed(Optional.of(refusal(category)));
    }
    assertThat(warnings()).hasSize(1);
  }

  private static Refusal refusal(Refusal.Category category) {
    return Refusal.of(category, Refusal.Scope.CONNECTION, "", "why");
  }

  private List<String> warnings() {
    return lines.list.stream()
        .filter(line -> line.getLevel() == Level.WARN)
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  @Test
  void staysShutForLongerWhenTheProbeIsRefused() {
    open();
    gate.refused(DOWN);
    Instant since = gate.stop().orElseThrow().since();
    for (int i = 0; i < 8; i++) {
      clock.advance(Duration.ofMinutes(2));
      assertThat(gate.passage()).isEqualTo(Passage.PROBE);
      gate.probed(Optional.of(DOWN));
    }
    clock.advance(Duration.ofSeconds(20));
    assertThat(gate.passage()).isEqualTo(Passage.SHUT);
    assertThat(gate.stop().orElseThrow().since()).isEqualTo(since);
  }

  @Test
  void shutsWhenMostCallsBringNoAnswer() {
    open();
    for (int i = 0; i < 4; i++) {
      gate.unanswered();
    }
    assertThat(gate.passage()).isEqualTo(Passage.SHUT);
    assertThat(gate.stop().orElseThrow().refusal().detail()).contains("no answer");
  }

  @Test
  void waitsLongerEachTimeThatOnlyTheProbeIsAnswered() {
    open();
    Instant since = clock.instant();
    for (int i = 0; i < 8; i++) {
      gate.refused(DOWN);
      assertThat(gate.stop().orElseThrow().since()).isEqualTo(since);
      clock.advance(Duration.ofMinutes(2));
      open();
    }
    gate.refused(DOWN);
    clock.advance(Duration.ofSeconds(20));
    assertThat(gate.passage()).isEqualTo(Passage.SHUT);
  }

  @Test
  void beginsAnewOnceACallWasAnswered() {
    open();
    for (int i = 0; i < 8; i++) {
      gate.refused(DOWN);
      clock.advance(Duration.ofMinutes(2));
      open();
    }
    gate.answered();
    gate.refused(DOWN);
    assertThat(gate.stop().orElseThrow().since()).isEqualTo(clock.instant());
    clock.advance(Duration.ofSeconds(2));
    assertThat(gate.passage()).isEqualTo(Passage.PROBE);
  }

  @Test
  void knowsWhetherOthersWereAnsweredSince() {
    open();
    Instant tried = clock.instant();
    assertThat(gate.answeredSince(tried)).isFalse();
    clock.advance(Duration.ofSeconds(1));
    gate.answered();
    assertThat(gate.answeredSince(tried)).isTrue();
  }

  private void open() {
    assertThat(gate.passage()).isEqualTo(Passage.PROBE);
    gate.probed(Optional.empty());
  }

  private static final class Hands extends Clock {
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");

    void advance(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
