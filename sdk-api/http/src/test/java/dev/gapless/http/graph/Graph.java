// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Refusal;
import dev.gapless.api.config.Secret;
import dev.gapless.http.HttpConnection;
import dev.gapless.http.RawServer;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** A platform that gives one answer, and what a caller makes of it. */
public final class Graph implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  public static final String TOKEN = "EAAGcanaryToken0";
  public static final String APP_SECRET = "0123456789abcdef0123456789abcdef";
  public static final GraphAccess ACCESS =
      GraphAccess.of(Secret.of(TOKEN), () -> List.of(APP_SECRET, "another"));

  public final RawServer server;
  public final GraphApi api;

  private Graph(RawServer server, Clock clock) {
    this.server = server;
    this.api =
        new GraphApi(
            HttpConnection.builder().maxAnswerBytes(2000).build(),
            URI.create("http://localhost:" + server.port()),
            "v25.0",
            clock);
  }

  static Graph answering(String wholeAnswer) throws IOException {
    return answering(wholeAnswer, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** A platform with an answer to each request it expects, by method and path. */
  public static Graph routing(Map<String, String> answers, Clock clock) throws IOException {
    return playing(
        request -> {
          String[] head = request.split("[ ?]", 4);
          String unknown = RawServer.answer(404, error("\"code\": 803"));
          return answers.getOrDefault(head[0] + " " + head[1], unknown);
        },
        clock);
  }

  /** A platform that makes its answer from the whole request. */
  public static Graph playing(UnaryOperator<String> platform, Clock clock) throws IOException {
    AtomicReference<RawServer> server = new AtomicReference<>();
    server.set(
        new RawServer(
            (number, socket, out) ->
                RawServer.write(out, platform.apply(server.get().requests().get(number - 1)))));
    return new Graph(server.get(), clock);
  }

  static Graph answering(String wholeAnswer, Clock clock) throws IOException {
    return new Graph(
        new RawServer((number, socket, out) -> RawServer.write(out, wholeAnswer)), clock);
  }

  /** An answer with a header of its own. */
  public static String answer(int status, String header, String body) {
    return RawServer.answer(status, body).replaceFirst("\r\n", "\r\n" + header + "\r\n");
  }

  public static String error(String parts) {
    return "{\"error\": {\"message\": \"to +447700900999\", \"type\": \"OAuthException\", "
        + parts
        + "}}";
  }

  GraphResult get() {
    return api.send(GraphCall.get("me"), ACCESS);
  }

  /** The refusal of a whole answer. */
  static Refusal refusal(String wholeAnswer) throws IOException {
    try (Graph graph = answering(wholeAnswer)) {
      GraphResult result = graph.get();
      assertThat(result).isInstanceOf(GraphResult.Unanswered.class);
      return ((GraphResult.Unanswered) result).refusal();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
