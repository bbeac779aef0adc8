// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Refusal;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphUsageTest {
  private static final String HALF =
      "X-App-Usage: {\"call_count\":28,\"total_time\":50,\"total_cputime\":25}";
  private static final String NEARLY =
      "X-Page-Usage: {\"call_count\":91,\"total_time\":25,\"total_cputime\":25}";
  private static final String WAIT =
      "X-Business-Use-Case-Usage: {\"42\":[{\"type\":\"whatsapp\",\"call_count\":95,"
          + "\"total_cputime\":20,\"total_time\":20,\"estimated_time_to_regain_access\":19},"
          + "{\"call_count\":1}], \"43\": 7}";

  @Test
  void tellsTheLargestShareAndTheLongestWait() throws IOException {
    GraphUsage usage = usage(HALF + "\r\n" + WAIT);
    assertThat(usage.percent()).isEqualTo(95);
    assertThat(usage.regain()).contains(Duration.ofMinutes(19));
    assertThat(usage.readings())
        .contains(
            new GraphUsage.Reading("X-App-Usage", "", 50, Duration.ZERO),
            new GraphUsage.Reading(
                "X-Business-Use-Case-Usage whatsapp", "42", 95, Duration.ofMinutes(19)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"X-Nothing: 1", "X-App-Usage: no JSON", "X-App-Usage: []", "X-App-Usage: {}"})
  void headersThatSayNothingCountAsNoUse(String header) throws IOException {
    assertThat(usage(header).percent()).isZero();
    assertThat(usage(header).regain()).isEmpty();
  }

  @Test
  void whatCanWaitWaitsBeforeThePlatformSaysNo() throws IOException {
    ManualClock clock = new ManualClock();
    try (Graph graph = Graph.answering(Graph.answer(200, NEARLY, "{}"), clock)) {
      assertThat(graph.api.pause()).isEmpty();
      graph.get();
      Refusal pause = graph.api.pause().orElseThrow();
      assertThat(pause.category()).isEqualTo(Refusal.Category.QUOTA);
      assertThat(pause.retryAfter()).contains(Duration.ofMinutes(5));
      clock.now = clock.now.plus(Duration.ofMinutes(5));
      assertThat(graph.api.pause()).isEmpty();
    }
  }

  @Test
  void waitsAsLongAsThePlatformSays() throws IOException {
    try (Graph graph = Graph.answering(Graph.answer(200, WAIT, "{}"))) {
      graph.get();
      assertThat(graph.api.pause().orElseThrow().retryAfter()).contains(Duration.ofMinutes(19));
    }
  }

  @Test
  void halfUsedIsNoReasonToWait() throws IOException {
    try (Graph graph = Graph.answering(Graph.answer(200, HALF, "{}"))) {
      graph.get();
      assertThat(graph.api.pause()).isEmpty();
    }
  }

  private static GraphUsage usage(String headers) throws IOException {
    try (Graph graph = Graph.answering(Graph.answer(200, headers, "{}"))) {
      return ((GraphResult.Answered) graph.get()).answer().usage();
    }
  }

  private static final class ManualClock extends Clock {
    private Instant now = Graph.NOW;

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
