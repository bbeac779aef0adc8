// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Sends answers over the JDK's server. */
final class Answers {
  private Answers() {}

  /** Without a body: the JDK's server then sends one packet, which is answered much faster. */
  static void status(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
  }

  static void notFound(HttpExchange exchange) throws IOException {
    status(exchange, 404);
  }

  static void json(HttpExchange exchange, JsonNode json) throws IOException {
    body(exchange, 200, "application/json", json.toString().getBytes(StandardCharsets.UTF_8));
  }

  static void body(HttpExchange exchange, int status, String contentType, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", contentType);
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
