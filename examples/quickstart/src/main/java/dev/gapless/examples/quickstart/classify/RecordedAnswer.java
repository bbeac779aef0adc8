// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.classify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer somebody wrote down: {@code {request: {method, uri, body}, status, headers, body}}, the
 * last three also below {@code response}; several in a list. A file without a status is taken for a
 * body alone, which was refused if it names a code.
 */
final class RecordedAnswer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;

  private final JsonNode request;
  private final int status;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final JsonNode body;

  private RecordedAnswer(JsonNode request, int status, JsonNode headers, JsonNode body) {
    this.request = request;
    this.status = status;
    this.body = body;
    headers.properties().forEach(one -> this.headers.put(one.getKey(), one.getValue().asText()));
  }

  /** The answers in a file; none if it is no JSON. */
  static List<RecordedAnswer> all(byte[] file) {
    List<RecordedAnswer> answers = new ArrayList<>();
    try {
      JsonNode json = JSON.readTree(file);
      if (json.isArray() && !json.isEmpty() && isEnvelope(json.get(0))) {
        json.forEach(each -> answers.add(of(each)));
      } else if (json.isContainerNode()) {
        answers.add(isEnvelope(json) ? of(json) : bare(json));
      }
    } catch (IOException e) {
      return List.of();
    }
    return answers;
  }

  private static boolean isEnvelope(JsonNode json) {
    return json.path("status").isInt() || json.path("response").path("status").isInt();
  }

  private static RecordedAnswer of(JsonNode json) {
    JsonNode answer = json.path("response").isObject() ? json.path("response") : json;
    return new RecordedAnswer(
        json.path("request"),
        answer.path("status").asInt(),
        answer.path("headers"),
        answer.path("body"));
  }

  private static RecordedAnswer bare(JsonNode body) {
    JsonNode first = body.isArray() ? body.path(0) : body;
    boolean refused = first.has("errorCode") || first.has("error");
    JsonNode nothing = JSON.createObjectNode();
    return new RecordedAnswer(nothing, refused ? BAD_REQUEST : OK, nothing, body);
  }

  /** Empty if the request was not written down. */
  String method() {
    return request.isTextual()
        ? request.asText().replaceFirst(" .*", "")
        : request.path("method").asText("");
  }

  String address() {
    if (request.isTextual()) {
      return request.asText().replaceFirst("^\\S+ +", "");
    }
    return request.path("uri").asText(request.path("url").asText(request.path("path").asText("")));
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  /** The body of the request; empty if it was not written down. */
  byte[] sent() {
    return bytes(request.path("body"));
  }

  /** As it came: text stands for itself, nothing for an empty body. */
  byte[] body() {
    return bytes(body);
  }

  private static byte[] bytes(JsonNode body) {
    String text =
        body.isTextual()
            ? body.textValue()
            : body.isMissingNode() || body.isNull() ? "" : body.toString();
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
