// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts what stands in a file without its envelope into one, so that it reads as if the platform had
 * sent it: a message, a status, a {@code value}, a change, an {@code entry}, or an array of these.
 * Whatever has an envelope, or is none of these, stays as it is to the byte.
 */
public final class Envelope {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private static final String WHATSAPP = "whatsapp";
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final List<String> PEOPLE = List.of("from", "from_user_id", "group_id");
  private static final List<String> RECIPIENTS = List.of("to", "to_user_id");
  private static final List<String> ARRAYS = List.of("messages", "statuses", "message_echoes");

  private Envelope() {}

  /** The body in its envelope; only WhatsApp's parts are ever without one. */
  public static byte[] around(String channel, byte[] body) {
    return channel.equals(WHATSAPP) ? around(body) : body;
  }

  static byte[] around(byte[] body) {
    JsonNode json = tree(body);
    List<JsonNode> parts = json.isArray() ? json.valueStream().toList() : List.of(json);
    if (parts.stream().anyMatch(Envelope::isWebhook)
        || parts.stream().noneMatch(Envelope::isBare)) {
      return body;
    }
    ObjectNode webhook = JSON.createObjectNode().put("object", "whatsapp_business_account");
    ArrayNode entries = webhook.putArray("entry");
    parts.forEach(part -> entries.add(entry(part)));
    return webhook.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What cannot be parsed is nothing that could be wrapped; the connector says why. */
  private static JsonNode tree(byte[] body) {
    try {
      String text = new String(body, StandardCharsets.UTF_8);
      return JSON.readTree(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  private static boolean isWebhook(JsonNode json) {
    return json.has("entry") || json.has("object");
  }

  private static boolean isBare(JsonNode json) {
    return isEntry(json)
        || isChange(json)
        || isValue(json)
        || isStatus(json)
        || isEcho(json)
        || isMessage(json);
  }

  private static JsonNode entry(JsonNode part) {
    if (isEntry(part)) {
      return part;
    }
    ObjectNode entry = JSON.createObjectNode();
    entry.putArray("changes").add(isChange(part) ? part : change(part));
    return entry;
  }

  private static JsonNode change(JsonNode part) {
    String field = isEcho(part) || part.has("message_echoes") ? "smb_message_echoes" : "messages";
    ObjectNode change = JSON.createObjectNode().put("field", field);
    return change.set("value", isValue(part) ? part : value(part));
  }

  /** In an array beside bare items, what is none of them still counts as one strange message. */
  private static JsonNode value(JsonNode part) {
    String array = isStatus(part) ? "statuses" : isEcho(part) ? "message_echoes" : "messages";
    ObjectNode value = JSON.createObjectNode().put("messaging_product", "whatsapp");
    value.putArray(array).add(part);
    return value;
  }

  private static boolean isEntry(JsonNode json) {
    return json.path("changes").isArray();
  }

  private static boolean isChange(JsonNode json) {
    return json.has("field") && json.has("value");
  }

  /** The answer to a request has arrays of the same names, but in them nobody writes to anybody. */
  private static boolean isValue(JsonNode json) {
    return json.path("metadata").has("phone_number_id")
        || ARRAYS.stream()
            .flatMap(name -> json.path(name).valueStream())
            .anyMatch(one -> isStatus(one) || isEcho(one) || isMessage(one));
  }

  private static boolean isStatus(JsonNode json) {
    return json.path("status").isTextual()
        && PEOPLE.stream().noneMatch(json::has)
        && Stream.of("id", "recipient_id", "recipient_user_id").anyMatch(json::has);
  }

  private static boolean isEcho(JsonNode json) {
    return isMessage(json) && RECIPIENTS.stream().anyMatch(json::has);
  }

  /** A request to send has nobody in it who writes; a call has an event. */
  private static boolean isMessage(JsonNode json) {
    return !json.has("event")
        && !isStatus(json)
        && PEOPLE.stream().anyMatch(json::has)
        && Stream.of("id", "timestamp", "type").anyMatch(json::has);
  }
}
