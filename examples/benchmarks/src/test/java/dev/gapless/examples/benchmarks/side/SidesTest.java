// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.side;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.examples.benchmarks.load.Load;
import dev.gapless.examples.benchmarks.load.LoadResult;
import dev.gapless.examples.benchmarks.load.Traffic;
import dev.gapless.http.signature.HubSignature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A comparison is worth something only if every side does what it is measured for. */
class SidesTest {
  private static final Traffic TRAFFIC = new Traffic(10);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Sides.class)
  void keepsEveryWebhookItAcknowledges(Sides which) {
    try (Side side = which.start(folder);
        Load load = new Load(side.port(), 4, TRAFFIC, 0)) {
      LoadResult closed = load.closed(Duration.ofMillis(200));
      LoadResult open = load.open(200, Duration.ofMillis(200));

      // In so short a while a busy machine may answer nothing; the open loop waits for its answers.
      assertThat(open.answered()).isPositive();
      assertThat(closed.refused() + open.refused()).isZero();
      assertThat(side.stored()).isEqualTo(load.sent());
    }
  }

  @ParameterizedTest
  @EnumSource(Sides.class)
  void letsNoForgeryIn(Sides which) throws IOException, InterruptedException {
    try (Side side = which.start(folder)) {
      byte[] body = TRAFFIC.body(1);
      assertThat(post(side, body, Traffic.sign(TRAFFIC.body(2)))).isEqualTo(403);
      assertThat(side.stored()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Sides.class,
      names = {"GAPLESS", "CAMEL"})
  void keepsOneCopyOfARepeat(Sides which) throws IOException, InterruptedException {
    try (Side side = which.start(folder)) {
      byte[] body = TRAFFIC.body(1);
      assertThat(post(side, body, Traffic.sign(body))).isEqualTo(200);
      assertThat(post(side, body, Traffic.sign(body))).isEqualTo(200);
      assertThat(side.stored()).isEqualTo(1);
    }
  }

  private static int post(Side side, byte[] body, String signature)
      throws IOException, InterruptedException {
    URI url = URI.create("http://127.0.0.1:" + side.port() + "/webhooks/whatsapp");
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header(HubSignature.HEADER, signature)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }
}
