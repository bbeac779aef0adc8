// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import static dev.gapless.http.RawServer.answer;
import static dev.gapless.http.RawServer.write;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.http.HttpOutcome.Answered;
import dev.gapless.http.HttpOutcome.MayHaveArrived;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DownloadTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  private final HttpConnection http =
      HttpConnection.builder().readTimeout(LONG).maxAnswerBytes(5).build();
  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

  @Test
  void aWantedBodyIsWrittenOutBeyondWhatAnAnswerMayHold() throws IOException {
    HttpAnswer answer = answered(answer(200, "0123456789"), download(10, LONG));
    assertThat(taken.toString(UTF_8)).isEqualTo("0123456789");
    assertThat(answer.body()).isEmpty();
    assertThat(answer.bodyCut()).isFalse();
  }

  @Test
  void aBodyThatIsTooLongIsCut() throws IOException {
    assertThat(answered(answer(200, "0123456789"), download(9, LONG)).bodyCut()).isTrue();
    assertThat(taken.size()).isLessThanOrEqualTo(9);
  }

  @Test
  void anUnwantedBodyIsReadAsAnyOther() throws IOException {
    HttpAnswer answer = answered(answer(404, "gone for ever"), download(100, LONG));
    assertThat(taken.size()).isZero();
    assertThat(new String(answer.body(), UTF_8)).isEqualTo("gone ");
    assertThat(answer.bodyCut()).isTrue();
  }

  @Test
  void aBodyThatBreaksOffMayHaveArrived() throws IOException {
    try (RawServer server =
        new RawServer(
            (n, socket, out) -> {
              write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n0123");
              socket.close();
            })) {
      assertThat(http.download(HttpCall.of("GET", server.uri("/f")), download(1000, LONG)))
          .isInstanceOf(MayHaveArrived.class);
    }
  }

  /** The read time-out, five minutes, is not this body's. */
  @Test
  @Timeout(120)
  void aBodyThatStallsEndsInItsOwnTime() throws IOException {
    try (RawServer server =
        new RawServer(
            (n, socket, out) -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n0"))) {
      HttpOutcome outcome =
          http.download(
              HttpCall.of("GET", server.uri("/f")), download(1000, Duration.ofMillis(100)));
      assertThat(((MayHaveArrived) outcome).reason()).contains("localhost", "within 100 ms");
    }
  }

  @Test
  void onlyOurOwnSideThrows() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("disk full");
          }
        };
    Download download = new Download(head -> true, full, 100, LONG);
    assertThatThrownBy(() -> answered(answer(200, "0123"), download))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("disk full");
  }

  private Download download(long maxBytes, Duration maxTime) {
    return new Download(head -> head.status() == 200, taken, maxBytes, maxTime);
  }

  private HttpAnswer answered(String wholeAnswer, Download download) throws IOException {
    try (RawServer server = new RawServer((n, socket, out) -> write(out, wholeAnswer))) {
      HttpOutcome outcome = http.download(HttpCall.of("GET", server.uri("/f")), download);
      assertThat(outcome).isInstanceOf(Answered.class);
      return ((Answered) outcome).answer();
    }
  }
}
