// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A Graph API that knows lists: elements in pages with cursors and links that hold a token, lists
 * below each element, and whatever fault comes next.
 */
final class StubGraph implements AutoCloseable {
  static final String TOKEN = "EAAGcanaryToken";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An answer given once instead of the right one. */
  record Fault(int status, Map<String, String> headers, String body) {
    static Fault code(int code, int subcode) {
      return new Fault(
          400,
          Map.of(),
          "{\"error\": {\"message\": \"canary\", \"code\": %d, \"error_subcode\": %d}}"
              .formatted(code, subcode));
    }
  }

  /** A request as it came. */
  record Call(String method, String path, Map<String, String> parameters, String token) {}

  private final HttpServer server;
  private final Map<String, List<ObjectNode>> lists = new HashMap<>();
  private final Map<String, String> objects = new HashMap<>();
  private final Deque<Fault> faults = new ArrayDeque<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  final List<Call> calls = new CopyOnWriteArrayList<>();
  int pageSize = 2;
  boolean forgetsCursors;

  StubGraph() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** A list, newest first, of an owner's; each element may hold lists of its own. */
  void list(String owner, String edge, List<ObjectNode> elements) {
    lists.put(owner + "/" + edge, elements);
  }

  /** What is answered under a path without version. */
  void object(String path, String json) {
    objects.put(path, json);
  }

  void next(Fault fault) {
    faults.add(fault);
  }

  /** A header on every answer. */
  void header(String name, String value) {
    headers.put(name, value);
  }

  List<String> paths() {
    return calls.stream().map(Call::path).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    Call call = call(exchange);
    calls.add(call);
    Fault fault = faults.poll();
    headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    if (fault != null) {
      fault.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      send(exchange, fault.status(), fault.body());
    } else if (objects.containsKey(call.path())) {
      send(exchange, 200, objects.get(call.path()));
    } else if (lists.containsKey(call.path())) {
      boolean lost = forgetsCursors && call.parameters().containsKey("after");
      send(exchange, lost ? 400 : 200, lost ? error(100) : page(call).toString());
    } else {
      send(exchange, 400, error(803));
    }
  }

  private static String error(int code) {
    return "{\"error\": {\"code\": " + code + "}}";
  }

  private ObjectNode page(Call call) {
    String fields = call.parameters().getOrDefault("fields", "");
    List<ObjectNode> all = lists.get(call.path());
    ObjectNode page = page(call.path(), all, offset(call.parameters().get("after")));
    for (JsonNode element : page.path("data")) {
      for (String edge : List.of("comments", "messages")) {
        String below = element.path("id").asText() + "/" + edge;
        if (fields.contains("," + edge) && lists.containsKey(below)) {
          ((ObjectNode) element).set(edge, page(below, lists.get(below), 0));
        }
      }
    }
    return page;
  }

  private ObjectNode page(String path, List<ObjectNode> all, int from) {
    ObjectNode page = JSON.createObjectNode();
    ArrayNode data = page.putArray("data");
    int to = Math.min(all.size(), from + pageSize);
    all.subList(Math.min(from, to), to).forEach(one -> data.add(one.deepCopy()));
    if (to < all.size()) {
      ObjectNode paging = page.putObject("paging");
      paging.putObject("cursors").put("after", "c" + to);
      paging.put(
          "next",
          "https://graph.facebook.com/v25.0/"
              + path
              + "?access_token="
              + TOKEN
              + "&limit=2&after=c"
              + to);
    }
    return page;
  }

  private static int offset(String cursor) {
    return cursor == null ? 0 : Integer.parseInt(cursor.substring(1));
  }

  private static Call call(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String query = exchange.getRequestURI().getRawQuery();
    Map<String, String> parameters = parameters(query == null ? body : query);
    String path = exchange.getRequestURI().getPath().replaceFirst("^/v\\d+\\.\\d+/?", "");
    String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    return new Call(
        exchange.getRequestMethod(), path, parameters, token.replaceFirst("^(Bearer |null$)", ""));
  }

  private static Map<String, String> parameters(String text) {
    Map<String, String> parameters = new LinkedHashMap<>();
    Arrays.stream(text.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> parameters.put(decoded(pair[0]), decoded(pair[1])));
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
