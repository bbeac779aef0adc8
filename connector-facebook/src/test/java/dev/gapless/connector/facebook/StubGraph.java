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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Graph API that knows lists: elements in pages with cursors and links that hold a token, lists
 * below each element, and whatever fault comes next.
 */
final class StubGraph implements AutoCloseable {
  static final String TOKEN = "EAAGcanaryToken";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern LIMIT = Pattern.compile("limit\\((\\d+)");

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
  final Set<String> unseen = new HashSet<>();
  int pageSize = 2;

  /** The most elements of a list that may be asked for at once. */
  int most = Integer.MAX_VALUE;

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
    } else if (largest(call) > most) {
      send(exchange, 500, error(1));
    } else if (asksForUnseen(call)) {
      send(exchange, 400, "{\"error\": {\"code\": 100, \"error_subcode\": 33}}");
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

  private boolean asksForUnseen(Call call) {
    return Stream.of(call.parameters().getOrDefault("ids", "").split(","))
        .anyMatch(unseen::contains);
  }

  private static int largest(Call call) {
    Matcher limits =
        LIMIT.matcher(
            "limit("
                + call.parameters().getOrDefault("limit", "0")
                + call.parameters().get("fields"));
    return limits.results().mapToInt(one -> Integer.parseInt(one.group(1))).max().orElse(0);
  }

  private ObjectNode page(Call call) {
    String fields = call.parameters().getOrDefault("fields", "");
    int size = Math.min(pageSize, Integer.parseInt(call.parameters().getOrDefault("limit", "2")));
    int from = offset(call.parameters().get("after"));
    return page(call.path(), fields, from, size);
  }

  private ObjectNode page(String path, String fields, int from, int size) {
    ObjectNode page = page(path, lists.get(path), from, size);
    for (JsonNode element : page.path("data")) {
      for (String edge : List.of("comments", "messages", "replies")) {
        String below = element.path("id").asText() + "/" + edge;
        if (fields.contains("," + edge) && lists.containsKey(below)) {
          ((ObjectNode) element).set(edge, page(below, fields, 0, size(edge, fields)));
        }
      }
      for (String edge : List.of("attachments", "subattachments", "shares")) {
        element.findValues(edge).forEach(list -> link((ObjectNode) list, edge, 1));
      }
    }
    return page;
  }

  private int size(String edge, String fields) {
    Matcher limit = Pattern.compile(edge + "[^{]*" + LIMIT).matcher(fields);
    return limit.find() ? Math.min(pageSize, Integer.parseInt(limit.group(1))) : pageSize;
  }

  private static ObjectNode page(String path, List<ObjectNode> all, int from, int size) {
    ObjectNode page = JSON.createObjectNode();
    ArrayNode data = page.putArray("data");
    int to = Math.min(all.size(), from + size);
    all.subList(Math.min(from, to), to).forEach(one -> data.add(one.deepCopy()));
    if (to < all.size()) {
      link(page, path, to);
    }
    return page;
  }

  /** Says as the platform does where a list goes on: with the token, and what was asked before. */
  private static void link(ObjectNode list, String path, int to) {
    ObjectNode paging = list.putObject("paging");
    paging.putObject("cursors").put("after", "c" + to);
    paging.put(
        "next",
        "https://graph.facebook.com/v25.0/"
            + path
            + "?access_token="
            + TOKEN
            + "&limit=2000&after=c"
            + to);
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
