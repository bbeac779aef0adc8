// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** A call, read whole before anything is decided about it. */
final class Call {
  private static final int LARGEST_BODY = 32 << 20;
  private static final Pattern ID = Pattern.compile("/[PT]-[0-9]+(?=/|$)");

  private final String method;
  private final String path;
  private final Map<String, String> query;
  private final Optional<String> token;
  private final String contentType;
  private final byte[] body;

  private Call(
      String method,
      String path,
      Map<String, String> query,
      Optional<String> token,
      String contentType,
      byte[] body) {
    this.method = method;
    this.path = path;
    this.query = query;
    this.token = token;
    this.contentType = contentType;
    this.body = body;
  }

  static Call read(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      throw Rejection.of(413, "BODY_TOO_LARGE", "a body holds at most " + LARGEST_BODY + " bytes");
    }
    return new Call(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        pairs(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("")),
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
            .filter(value -> value.startsWith("Bearer "))
            .map(value -> value.substring("Bearer ".length())),
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")).orElse(""),
        body);
  }

  private static Map<String, String> pairs(String encoded) {
    Map<String, String> pairs = new HashMap<>();
    for (String pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        pairs.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return pairs;
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Rejection.badRequest("a percent sign that starts no escape");
    }
  }

  /** The name of the route, such as {@code DELETE /api/timeline/{id}}. */
  String route() {
    String keys = query.containsKey("keys") ? "?keys" : "";
    return method + " " + ID.matcher(path).replaceAll("/{id}") + keys;
  }

  boolean isUnder(String prefix) {
    return path.startsWith(prefix);
  }

  /** The id in the path of a route that has one. */
  String id() {
    return ID.matcher(path)
        .results()
        .findFirst()
        .map(match -> match.group().substring(1))
        .orElseThrow(() -> Rejection.badRequest("the path holds no id"));
  }

  Optional<String> token() {
    return token;
  }

  String query(String name, String otherwise) {
    return query.getOrDefault(name, otherwise);
  }

  /** A number of the query from 0 to {@code largest}. */
  long number(String name, long otherwise, long largest) {
    String value = query(name, Long.toString(otherwise));
    if (!value.matches("[0-9]{1,18}") || Long.parseLong(value) > largest) {
      throw Rejection.badRequest(name + " must be a number from 0 to " + largest);
    }
    return Long.parseLong(value);
  }

  String contentType() {
    return contentType;
  }

  /** The body as it came; not to be changed. */
  byte[] body() {
    return body;
  }

  Map<String, String> form() {
    return pairs(new String(body, StandardCharsets.UTF_8));
  }

  ObjectNode json() {
    return Json.parse(body);
  }

  /** The objects of a list in the body. */
  List<ObjectNode> objects(String name, int most) {
    return objects(json(), name, most);
  }

  /** The objects of a list in a node. */
  static List<ObjectNode> objects(JsonNode parent, String name, int most) {
    JsonNode list = parent.path(name);
    if (!list.isArray() || list.size() > most) {
      throw Rejection.badRequest(name + " must be a list of at most " + most);
    }
    return StreamSupport.stream(list.spliterator(), false).map(node -> object(node, name)).toList();
  }

  private static ObjectNode object(JsonNode node, String name) {
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw Rejection.badRequest(name + " must hold objects only");
  }

  /** A text that must be there. */
  static String text(JsonNode parent, String name) {
    JsonNode value = parent.path(name);
    if (!value.isTextual()) {
      throw Rejection.badRequest(name + " must be text");
    }
    return value.textValue();
  }
}
