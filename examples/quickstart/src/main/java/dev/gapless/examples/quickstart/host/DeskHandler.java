// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.gapless.api.GaplessException;
import dev.gapless.api.ItemKey;
import dev.gapless.engine.Gapless;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /trace?key=…} with an item's canonical key, {@code GET /audit}, with {@code deep=true}
 * counted again from the rows, {@code GET /check} and {@code GET /catch-up}: for people on this
 * machine, not for the platform.
 */
final class DeskHandler implements HttpHandler {
  private static final Logger log = LoggerFactory.getLogger(DeskHandler.class);
  private static final Set<String> HERE = Set.of("127.0.0.1", "localhost");

  private final Gapless gapless;

  DeskHandler(Gapless gapless) {
    this.gapless = gapless;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("GET")) {
        Answers.status(exchange, 405);
      } else if (!isFromHere(exchange)) {
        Answers.status(exchange, 403);
      } else {
        answer(exchange);
      }
    }
  }

  /** A tunnel or a proxy keeps the name it was called by, or says for whom it asks. */
  private static boolean isFromHere(HttpExchange exchange) {
    String name = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host")).orElse("");
    return HERE.contains(name.replaceFirst(":[0-9]+$", ""))
        && exchange.getRemoteAddress().getAddress().isLoopbackAddress()
        && !exchange.getRequestHeaders().containsKey("X-Forwarded-For");
  }

  private void answer(HttpExchange exchange) throws IOException {
    Optional<JsonNode> json;
    try {
      Map<String, List<String>> query = Query.of(exchange);
      json =
          switch (exchange.getRequestURI().getPath()) {
            case "/trace" -> gapless.trace(ItemKey.parse(first(query, "key"))).map(DeskJson::trace);
            case "/audit" -> Optional.of(audit(first(query, "deep").equals("true")));
            case "/check" -> Optional.of(DeskJson.reports(gapless.checkSetup()));
            case "/catch-up" -> Optional.of(DeskJson.catchUps(gapless.catchUps()));
            default -> Optional.empty();
          };
    } catch (IllegalArgumentException e) {
      Answers.status(exchange, 400);
      return;
    } catch (GaplessException e) {
      log.error("{} cannot be answered: {}", exchange.getRequestURI().getPath(), e.getMessage());
      Answers.status(exchange, 503);
      return;
    }
    if (json.isPresent()) {
      Answers.json(exchange, json.get());
    } else {
      Answers.notFound(exchange);
    }
  }

  private JsonNode audit(boolean deep) {
    return deep ? DeskJson.deepAudits(gapless.deepAudit()) : DeskJson.audits(gapless.audit());
  }

  private static String first(Map<String, List<String>> query, String name) {
    return query.getOrDefault(name, List.of("")).get(0);
  }
}
