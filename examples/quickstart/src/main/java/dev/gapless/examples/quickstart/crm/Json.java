// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The CRM's JSON. What it writes is ASCII, so half of a surrogate pair passes through unharmed. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ObjectNode list(String name, List<? extends JsonNode> nodes) {
    ArrayNode array = MAPPER.createArrayNode();
    array.addAll(nodes);
    ObjectNode object = object();
    object.set(name, array);
    return object;
  }

  static byte[] bytes(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of nodes can always be written", e);
    }
  }

  /** Parses a body, or rejects the call with the place of the error and nothing of the text. */
  static ObjectNode parse(byte[] body) {
    try {
      if (MAPPER.readTree(body) instanceof ObjectNode object) {
        return object;
      }
      throw Rejection.badRequest("the body must be a JSON object");
    } catch (JacksonException e) {
      throw Rejection.badRequest("malformed JSON" + place(e));
    } catch (IOException e) {
      throw Rejection.badRequest("the body is not text in UTF-8");
    }
  }

  private static String place(JacksonException e) {
    return Optional.ofNullable(e.getLocation())
        .map(at -> " at line " + at.getLineNr() + ", column " + at.getColumnNr())
        .orElse("");
  }

  /** The number of an id such as {@code T-17}. */
  static Optional<Long> number(String prefix, String id) {
    return id.matches(prefix + "[0-9]{1,18}")
        ? Optional.of(Long.valueOf(id.substring(prefix.length())))
        : Optional.empty();
  }
}
