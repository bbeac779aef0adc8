// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A call, read whole before anything is decided about it.
 *
 * @param path behind the version, as {@code /composite/sobjects}; or the whole, if it has none
 * @param query encoded, without its question mark
 */
record OrgCall(String method, String path, String query, String token, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VERSION = "^/services/data/v[0-9]+\\.0";

  static OrgCall read(HttpExchange exchange) throws IOException {
    String token =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
    return new OrgCall(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath().replaceFirst(VERSION, ""),
        Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
        token.replaceFirst("^Bearer ", ""),
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  String route() {
    return method + " " + path.replaceFirst("^/sobjects/\\w+", "/sobjects/{x}");
  }

  JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new OrgError(400, "JSON_PARSER_ERROR", "the body is no JSON");
    }
  }

  List<JsonNode> records() {
    List<JsonNode> records = new ArrayList<>();
    json().path("records").forEach(records::add);
    if (records.size() > 200) {
      throw new OrgError(400, "EXCEEDED_ID_LIMIT", "record limit reached");
    }
    return records;
  }

  /** The question of a part of a composite request. */
  static String question(String url) {
    return URLDecoder.decode(url.replaceFirst("^[^?]*\\?q=", ""), StandardCharsets.UTF_8);
  }

  boolean isInsert() {
    return route().equals("POST /composite/sobjects") || route().equals("POST /sobjects/{x}");
  }

  boolean isUpdate() {
    return route().equals("PATCH /composite/sobjects");
  }
}
