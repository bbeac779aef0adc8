// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gapless.http.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** An org whose every answer is the test's business; logs in and inserts unless told otherwise. */
final class FakeOrg implements AutoCloseable {
  static final String ORG = "00D000000000001";
  static final String BASE = "/services/data/v62.0";
  static final String TOKEN = "canary-token-";
  static final String LOGIN = "POST /services/oauth2/token";
  static final String CREATE = "POST " + BASE + "/composite/sobjects";
  static final String UPDATE = "PATCH " + BASE + "/composite/sobjects";
  static final String QUERY = "POST " + BASE + "/composite";
  static final String FILE = "POST " + BASE + "/sobjects/ContentVersion";

  /** One request as it arrived. */
  record Seen(String route, Map<String, List<String>> headers, JsonNode json, String body) {
    String header(String name) {
      return String.join(",", headers.getOrDefault(name, List.of()));
    }

    /** The questions in SOQL that it asks. */
    List<String> questions() {
      List<String> questions = new ArrayList<>();
      for (JsonNode part : json.path("compositeRequest")) {
        String url = part.path("url").asText();
        questions.add(URLDecoder.decode(url.substring(url.indexOf("q=") + 2), UTF_8));
      }
      return questions;
    }
  }

  /** What happens after a request was read. */
  interface Reply {
    void to(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Function<Seen, Reply>> routes = new ConcurrentHashMap<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final AtomicInteger tokens = new AtomicInteger();

  FakeOrg() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
    on(LOGIN, s -> json(200, token(ORG)));
    on(CREATE, s -> json(200, rows(s)));
    on(UPDATE, s -> json(200, rows(s)));
    onQuestion(q -> q.contains("TaskStatus") ? List.of(closedStatus("Done")) : List.of());
    for (String object : List.of("Task", "Contact", "Lead", "Account", "ContentVersion")) {
      on("GET " + BASE + "/sobjects/" + object + "/describe", s -> json(200, Describes.of(object)));
    }
    on("GET " + BASE + "/limits", s -> json(200, limits(1_000)));
  }

  void on(String route, Function<Seen, Reply> reply) {
    routes.put(route, reply);
  }

  /** Answers each question of a composite request. */
  void onQuestion(Function<String, List<ObjectNode>> records) {
    on(QUERY, s -> json(200, answers(s, records)));
  }

  static ObjectNode answers(Seen seen, Function<String, List<ObjectNode>> records) {
    ObjectNode answer = object();
    ArrayNode parts = answer.putArray("compositeResponse");
    seen.questions()
        .forEach(
            question -> {
              ObjectNode part = parts.addObject().put("httpStatusCode", 200);
              ObjectNode body = part.putObject("body").put("done", true);
              body.putArray("records").addAll(records.apply(question));
            });
    return answer;
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** The requests of a route, in the order of arrival. */
  List<Seen> seen(String route) {
    return seen.stream().filter(each -> each.route().equals(route)).toList();
  }

  ObjectNode token(String org) {
    return object()
        .put("access_token", TOKEN + tokens.incrementAndGet())
        .put("instance_url", url())
        .put("id", url() + "/id/" + org + "AAA/005000000000001AAA")
        .put("token_type", "Bearer");
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode closedStatus(String name) {
    return object().put("ApiName", name).put("IsClosed", true);
  }

  static ObjectNode limits(long storage) {
    ObjectNode limits = object();
    limits.putObject("DailyApiRequests").put("Max", 5_000).put("Remaining", 4_000);
    limits.putObject("DataStorageMB").put("Max", 1_000).put("Remaining", storage);
    limits.putObject("FileStorageMB").put("Max", 1_000).put("Remaining", storage);
    return limits;
  }

  static Reply json(int status, JsonNode body) {
    return json(status, body.toString());
  }

  static Reply json(int status, String body) {
    return text(status, "application/json", body);
  }

  static Reply text(int status, String type, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    };
  }

  static Reply error(int status, String code, String message) {
    ObjectNode error = object().put("errorCode", code).put("message", message);
    return json(status, "[" + error + "]");
  }

  static Reply with(String header, String value, Reply reply) {
    return exchange -> {
      exchange.getResponseHeaders().set(header, value);
      reply.to(exchange);
    };
  }

  /** One row of success per record; new ones are called after their sequence. */
  static ArrayNode rows(Seen request) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    for (JsonNode record : request.json().path("records")) {
      rows.add(success(id(record)));
    }
    return rows;
  }

  private static String id(JsonNode record) {
    return record.has("id")
        ? record.path("id").asText()
        : String.format(
            java.util.Locale.ROOT, "00T%012d", record.path("Gapless_Sequence__c").asLong());
  }

  static ObjectNode success(String id) {
    ObjectNode row = object().put("id", id).put("success", true);
    row.putArray("errors");
    return row;
  }

  static ObjectNode failure(String code, String message) {
    ObjectNode row = object().put("success", false);
    row.putArray("errors").addObject().put("statusCode", code).put("message", message);
    return row;
  }

  static ArrayNode list(ObjectNode... rows) {
    return JsonNodeFactory.instance.arrayNode().addAll(List.of(rows));
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
        new Seen(route, exchange.getRequestHeaders(), Json.read(body), new String(body, UTF_8));
    seen.add(request);
    routes
        .getOrDefault(route, s -> error(404, "NOT_FOUND", "The requested resource does not exist"))
        .apply(request)
        .to(exchange);
  }
}
