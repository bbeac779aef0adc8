// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gapless.http.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A CRM whose every answer is the test's business; grants tokens and passes the check unless told
 * otherwise.
 */
final class FakeCrm implements AutoCloseable {
  /** The fields of the quickstart's CRM. */
  static final List<String> FIELDS =
      List.of(
          "key",
          "personId",
          "channel",
          "kind",
          "action",
          "direction",
          "visibility",
          "conversation",
          "parent",
          "target",
          "author",
          "text",
          "occurredAt",
          "sequence",
          "revision");

  /** One request as it arrived. */
  record Seen(
      String route, String query, Map<String, List<String>> headers, JsonNode json, String body) {
    String header(String name) {
      return String.join(",", headers.getOrDefault(name, List.of()));
    }
  }

  /** What happens after a request was read. */
  interface Reply {
    void to(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Function<Seen, Reply>> routes = new ConcurrentHashMap<>();
  private volatile Function<Seen, Reply> otherwise =
      s -> json(404, "{\"error\":{\"code\":\"NOT_FOUND\"}}");
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final AtomicInteger tokens = new AtomicInteger();

  FakeCrm() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
    on(
        "POST /oauth/token",
        s ->
            json(
                200,
                "{\"access_token\":\"t-" + tokens.incrementAndGet() + "\",\"expires_in\":3600}"));
    on("GET /api/me", s -> json(200, me(FIELDS, List.of("timeline.write"))));
    on("POST /api/timeline/batch", s -> json(200, results(s, 201)));
    on("PATCH /api/timeline/batch", s -> json(200, results(s, 200)));
  }

  /** Answers every call so, whatever was said before. */
  void always(Function<Seen, Reply> reply) {
    routes.clear();
    otherwise = reply;
  }

  void on(String route, Function<Seen, Reply> reply) {
    routes.put(route, reply);
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** The requests of a route, in the order of arrival. */
  List<Seen> seen(String route) {
    return seen.stream().filter(each -> each.route().equals(route)).toList();
  }

  /** All requests whose body a CRM would store. */
  List<Seen> writes() {
    return seen.stream().filter(each -> !each.route().startsWith("GET")).toList();
  }

  static Reply json(int status, String body) {
    return text(status, "application/json", body);
  }

  static Reply json(int status, JsonNode body) {
    return json(status, body.toString());
  }

  static Reply text(int status, String type, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    };
  }

  /** The request was read, and then the connection ends. */
  static Reply hangUp() {
    return HttpExchange::close;
  }

  /** The request was read, and nothing follows. */
  static Reply silence() {
    return exchange -> {};
  }

  static Reply cutOff() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 1000);
      exchange.getResponseBody().write("{\"results\":[".getBytes(UTF_8));
      exchange.getResponseBody().flush();
      exchange.close();
    };
  }

  static Reply with(String header, String value, Reply reply) {
    return exchange -> {
      exchange.getResponseHeaders().set(header, value);
      reply.to(exchange);
    };
  }

  static ObjectNode me(List<String> fields, List<String> permissions) {
    ObjectNode me = JsonNodeFactory.instance.objectNode().put("user", "u");
    fields.forEach(me.putArray("fields")::add);
    permissions.forEach(me.putArray("permissions")::add);
    return me;
  }

  static ObjectNode list(String name, JsonNode... elements) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.putArray(name).addAll(List.of(elements));
    return object;
  }

  /** One result per entry, all with this status. */
  static ObjectNode results(Seen request, int status) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode results = answer.putArray("results");
    request.json().path("entries").forEach(entry -> results.add(result(entry, status)));
    return answer;
  }

  static ObjectNode result(JsonNode entry, int status) {
    ObjectNode result = JsonNodeFactory.instance.objectNode().put("status", status);
    result.set("key", entry.path("key"));
    return entry.has("id")
        ? result.set("id", entry.get("id"))
        : result.put("id", "T-" + entry.path("sequence").asLong());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String route = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    Seen request =
        new Seen(
            route,
            String.valueOf(exchange.getRequestURI().getRawQuery()),
            exchange.getRequestHeaders(),
            Json.read(body),
            new String(body, UTF_8));
    seen.add(request);
    routes.getOrDefault(route, otherwise).apply(request).to(exchange);
  }
}
