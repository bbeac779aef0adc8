// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** A status and a body that is never empty, because an empty one would be sent in chunks. */
record Answer(int status, ObjectNode body, Optional<String> retryAfter) {

  static Answer of(int status, ObjectNode body) {
    return new Answer(status, body, Optional.empty());
  }

  static Answer ok(ObjectNode body) {
    return of(200, body);
  }

  static Answer error(int status, String code, String message) {
    ObjectNode error = Json.object().put("code", code).put("message", message);
    ObjectNode body = Json.object();
    body.set("error", error);
    return of(status, body);
  }

  Answer retryAfter(String seconds) {
    return new Answer(status, body, Optional.of(seconds));
  }

  /** Sends the answer with its length, the body in one write. */
  void send(HttpExchange exchange) throws IOException {
    byte[] bytes = Json.bytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    retryAfter.ifPresent(seconds -> exchange.getResponseHeaders().set("Retry-After", seconds));
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
