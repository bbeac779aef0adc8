// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A status and a body, which may be missing. */
record OrgReply(int status, JsonNode body) {
  static OrgReply of(OrgError error) {
    return new OrgReply(error.status(), error.body());
  }

  /** Sends it; a client that has gone hears nothing, and what was done stays done. */
  void send(HttpExchange exchange, String usage) {
    byte[] bytes =
        body.isMissingNode() ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
    exchange.getResponseHeaders().set("Sforce-Limit-Info", usage);
    try (OutputStream out = exchange.getResponseBody()) {
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      out.write(bytes);
    } catch (IOException e) {
      exchange.close();
    }
  }
}
