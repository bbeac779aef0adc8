// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.http.payload.Body;
import dev.gapless.http.payload.Data;
import dev.gapless.http.payload.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A filled-in form (Flow): its summary, then a line per answer. The answers come as a text that
 * holds JSON, though not always an object.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/whatsapp/flows">Flows</a>
 */
final class FormContent {
  private static final String PREFIX = "flow.";

  /** Correlates the form with the message it was sent with; nothing a reader wants to see. */
  private static final String TOKEN = "flow_token";

  private final Data data = new Data();
  private final List<String> lines = new ArrayList<>();

  private FormContent() {}

  static Content read(JsonNode reply) {
    FormContent form = new FormContent();
    form.data.add(PREFIX + "name", Fields.text(reply, "name"));
    JsonNode response = reply.path("response_json");
    Optional<JsonNode> answers =
        response.isTextual() ? Body.inner(response.textValue()) : Optional.of(response);
    if (answers.filter(JsonNode::isObject).isPresent()) {
      form.collect("", answers.get());
    } else {
      form.data.add(PREFIX + "response", Fields.text(reply, "response_json"));
    }
    String body = Fields.text(reply, "body").orElse("");
    return Content.text(
        Content.lines(Stream.concat(Stream.of(body), form.lines.stream())), form.data);
  }

  private void collect(String prefix, JsonNode answers) {
    for (Map.Entry<String, JsonNode> answer : answers.properties()) {
      String name = prefix + Fields.wellFormed(answer.getKey());
      if (answer.getValue().isObject()) {
        collect(name + ".", answer.getValue());
      } else {
        add(name, shown(answer.getValue()));
      }
    }
  }

  private void add(String name, String answer) {
    data.add(PREFIX + name, Optional.of(answer).filter(text -> !text.isBlank()));
    if (!name.equals(TOKEN)) {
      lines.add(name + ": " + answer);
    }
  }

  private static String shown(JsonNode answer) {
    if (answer.isArray()) {
      List<String> parts = new ArrayList<>();
      answer.forEach(part -> parts.add(shown(part)));
      return String.join(", ", parts);
    }
    if (answer.isObject()) {
      return Fields.wellFormed(answer.toString());
    }
    return answer.isNull() ? "" : Fields.text(answer).orElseGet(answer::asText);
  }
}
