// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.side;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gapless.examples.benchmarks.load.Traffic;
import dev.gapless.http.signature.HubSignature;
import dev.gapless.http.signature.SignatureVerdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * Signature first; then, in one transaction, each message of the body once into a queue table. The
 * answer leaves when that is committed; a consumer of the table feeds the CRM.
 */
final class CamelRoute extends RouteBuilder {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HubSignature signature = new HubSignature(() -> List.of(Traffic.APP_SECRET));
  private final int port;

  CamelRoute(int port) {
    this.port = port;
  }

  @Override
  public void configure() {
    from("undertow:http://127.0.0.1:"
            + port
            + "/webhooks/whatsapp?httpMethodRestrict=POST&hostOptions.workerThreads="
            + Side.THREADS
            + "&hostOptions.ioThreads="
            + Side.IO_THREADS)
        .convertBodyTo(byte[].class)
        .process(this::checkSignature)
        .to("direct:store")
        .process(exchange -> answer(exchange, 200));

    from("direct:store")
        .transacted("inTransaction")
        .split()
        .message(message -> messages(message.getBody(byte[].class)))
        .process(CamelRoute::nameMessage)
        .idempotentConsumer(header("messageId"))
        .idempotentRepository("seen")
        .to(
            "sql:INSERT INTO crm_queue (message_id, received_at, message)"
                + " VALUES (:#messageId, :#receivedAt, :#message)?dataSource=#database");
  }

  private void checkSignature(Exchange exchange) {
    String claimed = exchange.getMessage().getHeader(HubSignature.HEADER, String.class);
    List<String> values = Optional.ofNullable(claimed).stream().toList();
    byte[] body = exchange.getMessage().getBody(byte[].class);
    if (signature.check(values, body) != SignatureVerdict.GENUINE) {
      answer(exchange, 403);
      exchange.setRouteStop(true);
    }
  }

  private static void answer(Exchange exchange, int status) {
    exchange.getMessage().removeHeaders("*");
    exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, status);
    exchange.getMessage().setBody(null);
  }

  private static List<JsonNode> messages(byte[] body) {
    List<JsonNode> messages = new ArrayList<>();
    for (JsonNode entry : read(body).path("entry")) {
      for (JsonNode change : entry.path("changes")) {
        change.path("value").path("messages").forEach(messages::add);
      }
    }
    return messages;
  }

  private static JsonNode read(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void nameMessage(Exchange exchange) {
    JsonNode message = exchange.getMessage().getBody(JsonNode.class);
    exchange.getMessage().setHeader("messageId", message.path("id").asText());
    exchange.getMessage().setHeader("receivedAt", System.currentTimeMillis());
    exchange.getMessage().setHeader("message", message.toString());
  }
}
