// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import static dev.gapless.http.RawServer.answer;
import static dev.gapless.http.RawServer.write;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.http.HttpOutcome.Answered;
import dev.gapless.http.HttpOutcome.Cause;
import dev.gapless.http.HttpOutcome.MayHaveArrived;
import dev.gapless.http.HttpOutcome.NotSent;
import feign.RequestLine;
import feign.Response;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which failures are "certainly not sent" and which "may have arrived", over real sockets. */
class HttpConnectionTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  /** For what never comes, where nothing else can be late. */
  private static final Duration SHORT = Duration.ofMillis(400);

  /** For an answer that never comes, to a request that has to arrive within it. */
  private static final Duration MIDDLE = Duration.ofSeconds(3);

  /** For servers that answer: a busy machine must not look like a silent server. */
  private final HttpConnection patient = connection(LONG, LONG);

  private static HttpConnection connection(Duration connect, Duration read) {
    return HttpConnection.builder()
        .connectTimeout(connect)
        .readTimeout(read)
        .maxAnswerBytes(1000)
        .build();
  }

  interface Api {
    @RequestLine("POST /thing")
    Response make(String body);
  }

  @Test
  void answersAnyStatusWithHeadersAndBody() throws Exception {
    try (RawServer server =
        new RawServer(
            (n, socket, out) ->
                write(out, "HTTP/1.1 503 No\r\nRetry-After: 7\r\nContent-Length: 2\r\n\r\nno"))) {
      HttpAnswer answer = answered(patient.send(post(server)));

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.header("retry-AFTER")).contains("7");
      assertThat(new String(answer.body(), UTF_8)).isEqualTo("no");
      assertThat(server.requests()).singleElement().asString().contains("User-Agent: gapless");
    }
  }

  @Test
  void sendsMethodAddressHeadersAndBodyExactly() throws Exception {
    try (RawServer server = new RawServer((n, socket, out) -> write(out, answer(200, "")))) {
      HttpCall call =
          HttpCall.of("PATCH", server.uri("/a%20b%2Fc?where%5B0%5D=x%2By&k=1,2&k=%7Bz%7D"))
              .header("X-Key", "k1")
              .body("application/json", "{\"ä\":1}".getBytes(UTF_8));

      answered(patient.send(call));

      assertThat(server.requests().get(0))
          .startsWith("PATCH /a%20b%2Fc?where%5B0%5D=x%2By&k=1,2&k=%7Bz%7D HTTP/1.1\r\n")
          .contains("X-Key: k1\r\n", "Content-Type: application/json\r\n")
          .endsWith("\r\n\r\n{\"ä\":1}");
    }
  }

  @Test
  void aGetHasNoBody() throws Exception {
    try (RawServer server = new RawServer((n, socket, out) -> write(out, answer(200, "")))) {
      assertThat(answered(patient.send(HttpCall.of("GET", server.uri("/")))).status())
          .isEqualTo(200);
      assertThat(server.requests().get(0)).startsWith("GET / HTTP/1.1").endsWith("\r\n\r\n");
    }
  }

  @Test
  void neverFollowsARedirect() throws Exception {
    try (RawServer server =
        new RawServer(
            (n, socket, out) ->
                write(out, "HTTP/1.1 302 Found\r\nLocation: /else\r\nContent-Length: 0\r\n\r\n"))) {
      assertThat(answered(patient.send(post(server))).status()).isEqualTo(302);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void aRefusedConnectionIsNotSent() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    assertThat(notSent(patient.send(post("http://localhost:" + free))).reason())
        .contains("localhost");
  }

  @Test
  void aNameNobodyKnowsIsNotSent() {
    assertThat(notSent(patient.send(post("http://nobody.invalid/"))).reason())
        .contains("nobody.invalid", "cannot be resolved");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aConnectionThatTakesTooLongIsNotSent() throws Exception {
    List<Socket> queue = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      fill(full, queue);
      NotSent outcome =
          notSent(connection(SHORT, LONG).send(post("http://localhost:" + full.getLocalPort())));
      assertThat(outcome.reason()).contains("within 400 ms");
    } finally {
      for (Socket socket : queue) {
        socket.close();
      }
    }
  }

  @Test
  void aServerThatNeverSpeaksTlsIsNotSent() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      HttpOutcome outcome =
          connection(LONG, SHORT).send(post("https://localhost:" + mute.getLocalPort()));
      assertThat(notSent(outcome).cause()).isEqualTo(Cause.UNREACHABLE);
    }
  }

  @Test
  void noAnswerInTimeMayHaveArrived() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    try (RawServer server = new RawServer((n, socket, out) -> arrived.countDown())) {
      HttpOutcome outcome = connection(LONG, MIDDLE).send(post(server));
      assertThat(mayHaveArrived(outcome).reason()).contains("within 3000 ms");
      arrived.await();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void aResetMayHaveArrived() throws Exception {
    try (RawServer server = new RawServer((n, socket, out) -> RawServer.reset(socket))) {
      mayHaveArrived(patient.send(post(server)));
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void anEndWithoutAnswerMayHaveArrived() throws Exception {
    try (RawServer server = new RawServer((n, socket, out) -> socket.close())) {
      mayHaveArrived(patient.send(post(server)));
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void anAnswerThatBreaksOffMayHaveArrived() throws Exception {
    try (RawServer server =
        new RawServer(
            (n, socket, out) -> {
              write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"res");
              socket.close();
            })) {
      mayHaveArrived(patient.send(post(server)));
    }
  }

  @Test
  void aBodyThatStallsMayHaveArrived() throws Exception {
    try (RawServer server =
        new RawServer(
            (n, socket, out) -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"))) {
      HttpOutcome outcome = connection(LONG, MIDDLE).send(post(server));
      assertThat(mayHaveArrived(outcome).reason()).contains("within 3000 ms");
    }
  }

  @Test
  void readsOnlyTheBeginningOfABodyOverTheLimit() throws Exception {
    try (RawServer server =
        new RawServer((n, socket, out) -> write(out, answer(200, "x".repeat(100_000))))) {
      HttpAnswer answer = answered(patient.send(post(server)));

      assertThat(answer.bodyCut()).isTrue();
      assertThat(answer.body()).hasSize(1000);
    }
  }

  @Test
  void aBodyAsLongAsTheLimitIsWhole() throws Exception {
    try (RawServer server =
        new RawServer((n, socket, out) -> write(out, answer(200, "x".repeat(1000))))) {
      HttpAnswer answer = answered(patient.send(post(server)));

      assertThat(answer.bodyCut()).isFalse();
      assertThat(answer.body()).hasSize(1000);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PATCH", "PUT", "DELETE"})
  void nothingIsSentTwiceWhenAPooledConnectionTurnsOutToBeClosed(String method) throws Exception {
    try (RawServer server =
        new RawServer(
            (n, socket, out) -> {
              if (n == 1) {
                write(out, answer(200, ""));
              } else {
                socket.close();
              }
            })) {
      answered(patient.send(post(server)));
      HttpCall second =
          HttpCall.of(method, server.uri("/")).body("text/plain", "once".getBytes(UTF_8));

      mayHaveArrived(patient.send(second));

      assertThat(server.connections()).as("the pooled connection was used").isEqualTo(1);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void aFeignInterfaceGetsEveryStatusAndTheSameClassification() throws Exception {
    try (RawServer server =
        new RawServer(
            (n, socket, out) -> {
              if (n == 1) {
                write(out, answer(404, "gone"));
              } else {
                RawServer.reset(socket);
              }
            })) {
      Api api = patient.feign().target(Api.class, "http://localhost:" + server.port());

      assertThat(answered(patient.call(() -> api.make("x"))).status()).isEqualTo(404);
      mayHaveArrived(patient.call(() -> api.make("x")));
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void anAddressThatIsNotAbsoluteIsAProgrammingError() {
    assertThatThrownBy(() -> HttpCall.of("GET", URI.create("/relative")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("absolute");
  }

  private static void fill(ServerSocket full, List<Socket> queue) throws Exception {
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), full.getLocalPort());
    try {
      for (int i = 0; i < 20; i++) {
        Socket socket = new Socket();
        queue.add(socket);
        socket.connect(address, 200);
      }
    } catch (SocketTimeoutException expected) {
      assertThat(queue).as("connections until the queue was full").hasSizeLessThan(20);
    }
  }

  private static HttpCall post(RawServer server) {
    return post(server.uri("/").toString());
  }

  private static HttpCall post(String uri) {
    return HttpCall.of("POST", URI.create(uri)).body("text/plain", "hello".getBytes(UTF_8));
  }

  private static HttpAnswer answered(HttpOutcome outcome) {
    assertThat(outcome).isInstanceOf(Answered.class);
    return ((Answered) outcome).answer();
  }

  private static NotSent notSent(HttpOutcome outcome) {
    assertThat(outcome).isInstanceOf(NotSent.class);
    return (NotSent) outcome;
  }

  private static MayHaveArrived mayHaveArrived(HttpOutcome outcome) {
    assertThat(outcome).isInstanceOf(MayHaveArrived.class);
    return (MayHaveArrived) outcome;
  }
}
