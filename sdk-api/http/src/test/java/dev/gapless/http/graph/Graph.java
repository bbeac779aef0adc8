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

/** A platform that gives one answer, and what a caller makes of it. */
final class Graph implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  static final String TOKEN = "EAAGcanaryToken0";
  static final String APP_SECRET = "0123456789abcdef0123456789abcdef";
  static final GraphAccess ACCESS =
      GraphAccess.of(Secret.of(TOKEN), () -> List.of(APP_SECRET, "another"));

  final RawServer server;
  final GraphApi api;

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

  static Graph answering(String wholeAnswer, Clock clock) throws IOException {
    return new Graph(
        new RawServer((number, socket, out) -> RawServer.write(out, wholeAnswer)), clock);
  }

  /** An answer with a header of its own. */
  static String answer(int status, String header, String body) {
    return RawServer.answer(status, body).replaceFirst("\r\n", "\r\n" + header + "\r\n");
  }

  static String error(String parts) {
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
