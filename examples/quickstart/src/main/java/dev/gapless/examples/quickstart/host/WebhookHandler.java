// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.host;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.gapless.api.channel.WebhookAnswer;
import dev.gapless.api.channel.WebhookRequest;
import dev.gapless.engine.Gapless;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /webhooks/NAME}: all that an application has to write to embed the SDK. */
final class WebhookHandler implements HttpHandler {
  private static final Logger log = LoggerFactory.getLogger(WebhookHandler.class);

  /** How much of a body that is too large is thrown away so that its sender hears the answer. */
  private static final int MOST_SKIPPED = 64 << 20;

  private final Gapless gapless;

  WebhookHandler(Gapless gapless) {
    this.gapless = gapless;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String channel = path.substring(exchange.getHttpContext().getPath().length());
      send(exchange, answer(channel, exchange, body(exchange.getRequestBody())));
    }
  }

  /** The raw bytes; of a body that is too large one byte too many, never the whole. */
  private byte[] body(InputStream in) throws IOException {
    byte[] body = in.readNBytes(gapless.maxBody() + 1);
    if (body.length > gapless.maxBody()) {
      throwAway(in);
    }
    return body;
  }

  /** Reads and forgets: the stream's own skip leaves out what it has to count. */
  private static void throwAway(InputStream in) throws IOException {
    byte[] piece = new byte[1 << 16];
    int left = MOST_SKIPPED;
    for (int read = 0; read >= 0 && left > 0; left -= read) {
      read = in.read(piece);
    }
  }

  private WebhookAnswer answer(String channel, HttpExchange exchange, byte[] body) {
    try {
      return gapless.webhook(
          channel,
          new WebhookRequest(
              exchange.getRequestMethod(), Query.of(exchange), exchange.getRequestHeaders(), body));
    } catch (RuntimeException e) {
      // The platform learns that it must send again, and nothing about us.
      log.error("a call to channel '{}' broke with {}", channel, e.getClass().getName());
      return WebhookAnswer.status(500);
    }
  }

  private static void send(HttpExchange exchange, WebhookAnswer answer) throws IOException {
    if (answer.body().isEmpty()) {
      Answers.status(exchange, answer.status());
    } else {
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      Answers.body(exchange, answer.status(), answer.contentType(), body);
    }
  }
}
