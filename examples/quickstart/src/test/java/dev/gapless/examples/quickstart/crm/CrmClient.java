// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Speaks to the CRM as an adapter would, over HTTP. Thread-safe. */
final class CrmClient {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;
  private volatile String token = "none";

  CrmClient(URI base) {
    this.base = base;
  }

  record Reply(int status, JsonNode body, HttpResponse<byte[]> raw) {
    /** The results of a batch, or the elements of any other list. */
    List<JsonNode> list(String name) {
      return StreamSupport.stream(body.path(name).spliterator(), false).toList();
    }

    List<String> texts(String list, String field) {
      return list(list).stream().map(node -> node.path(field).asText()).toList();
    }

    List<Integer> statuses() {
      return list("results").stream().map(node -> node.path("status").intValue()).toList();
    }

    String errorCode() {
      return body.path("error").path("code").asText();
    }
  }

  Reply requestToken(String id, String secret) throws IOException, InterruptedException {
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s".formatted(id, secret);
    return reply(http.send(request("POST", "/oauth/token", form), BodyHandlers.ofByteArray()));
  }

  /** Gets a token and uses it from now on. */
  CrmClient logIn() throws IOException, InterruptedException {
    token = requestToken("gapless", "quickstart").body().path("access_token").asText();
    return this;
  }

  Reply call(String method, String path, String body) throws IOException, InterruptedException {
    return reply(http.send(request(method, path, body), BodyHandlers.ofByteArray()));
  }

  Reply get(String path) throws IOException, InterruptedException {
    return call("GET", path, "");
  }

  /** Sends and does not wait; gives up on the answer when it is cancelled. */
  CompletableFuture<Reply> callLater(String method, String path, String body) {
    return http.sendAsync(request(method, path, body), BodyHandlers.ofByteArray())
        .thenApply(CrmClient::reply);
  }

  /** Hangs a file on an entry, with lines that end so. */
  Reply file(String entry, String key, String content, String lineEnd)
      throws IOException, InterruptedException {
    String body =
        String.join(
            lineEnd,
            "--b",
            "Content-Disposition: form-data; name=\"key\"",
            "",
            key,
            "--b",
            "Content-Disposition: form-data; name=\"file\"; filename=\"Gr\u00fc\u00dfe.txt\"",
            "Content-Type: text/plain",
            "",
            content,
            "--b--",
            "");
    HttpRequest request =
        HttpRequest.newBuilder(
                request("POST", "/api/timeline/" + entry + "/files", body), (name, value) -> true)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .build();
    return reply(http.send(request, BodyHandlers.ofByteArray()));
  }

  Reply create(ObjectNode... entries) throws IOException, InterruptedException {
    return call("POST", "/api/timeline/batch", batch(entries));
  }

  Reply update(ObjectNode... changes) throws IOException, InterruptedException {
    return call("PATCH", "/api/timeline/batch", batch(changes));
  }

  Reply lookUp(String... keys) throws IOException, InterruptedException {
    return get("/api/timeline?keys=" + String.join("%2C", keys));
  }

  /** Creates a person with identifiers written as {@code type=value}. */
  String person(String name, String... identifiers) throws IOException, InterruptedException {
    ObjectNode person = MAPPER.createObjectNode().put("name", name);
    person.set("identifiers", identifiers(identifiers));
    return call("POST", "/api/persons", person.toString()).body().path("id").asText();
  }

  /** Searches once per query; a query is written as {@code type=value} pairs, spaced. */
  Reply search(String... queries) throws IOException, InterruptedException {
    ArrayNode list = MAPPER.createArrayNode();
    for (String query : queries) {
      list.addObject()
          .set("identifiers", identifiers(query.isEmpty() ? new String[0] : query.split(" ")));
    }
    return call("POST", "/api/persons/search", "{\"queries\":" + list + "}");
  }

  private static ArrayNode identifiers(String... pairs) {
    ArrayNode list = MAPPER.createArrayNode();
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      list.addObject()
          .put("type", pair.substring(0, equals))
          .put("value", pair.substring(equals + 1));
    }
    return list;
  }

  static ObjectNode entry(String key) {
    return MAPPER.createObjectNode().put("key", key);
  }

  static ObjectNode change(String id) {
    return MAPPER.createObjectNode().put("id", id);
  }

  static String batch(ObjectNode... entries) {
    return Arrays.stream(entries)
        .map(ObjectNode::toString)
        .collect(Collectors.joining(",", "{\"entries\":[", "]}"));
  }

  private HttpRequest request(String method, String path, String body) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Authorization", "Bearer " + token)
        .timeout(Duration.ofMinutes(2))
        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
        .build();
  }

  private static Reply reply(HttpResponse<byte[]> response) {
    try {
      return new Reply(response.statusCode(), MAPPER.readTree(response.body()), response);
    } catch (IOException e) {
      throw new AssertionError("the CRM answered something that is not JSON", e);
    }
  }
}
