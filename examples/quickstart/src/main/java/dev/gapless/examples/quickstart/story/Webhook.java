// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** Writes a body as WhatsApp does: several items in one, everything but ASCII escaped. */
final class Webhook {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final ArrayNode messages = JSON.createArrayNode();
  private final ArrayNode statuses = JSON.createArrayNode();
  private final Set<Customer> people = EnumSet.noneOf(Customer.class);

  Webhook text(Customer from, String id, Instant at, String text) {
    message(from, id, at, "text").putObject("text").put("body", text);
    return this;
  }

  /** The customer corrects what they wrote. */
  Webhook edit(Customer from, String id, Instant at, String original, String text) {
    ObjectNode edit = message(from, id, at, "edit").putObject("edit");
    edit.put("original_message_id", original);
    edit.putObject("message").put("type", "text").putObject("text").put("body", text);
    return this;
  }

  /** The customer takes back what they wrote. */
  Webhook revoke(Customer from, String id, Instant at, String original) {
    message(from, id, at, "revoke").putObject("revoke").put("original_message_id", original);
    return this;
  }

  /** Something that nobody has heard of when this version was made. */
  Webhook hologram(Customer from, String id, Instant at) {
    message(from, id, at, "hologram").putObject("hologram").put("seconds", 12);
    return this;
  }

  /** What became of a message that the company sent. */
  Webhook status(Customer to, String id, Instant at, String status) {
    status(to, id, at).put("status", status);
    return this;
  }

  Webhook failed(Customer to, String id, Instant at, int code, String title) {
    ObjectNode failed = status(to, id, at).put("status", "failed");
    failed.putArray("errors").addObject().put("code", code).put("title", title);
    return this;
  }

  private ObjectNode message(Customer from, String id, Instant at, String type) {
    people.add(from);
    return messages
        .addObject()
        .put("from", from.number())
        .put("id", id)
        .put("timestamp", Long.toString(at.getEpochSecond()))
        .put("type", type);
  }

  private ObjectNode status(Customer to, String id, Instant at) {
    return statuses
        .addObject()
        .put("id", id)
        .put("timestamp", Long.toString(at.getEpochSecond()))
        .put("recipient_id", to.number());
  }

  byte[] bytes() {
    ObjectNode value = JSON.createObjectNode().put("messaging_product", "whatsapp");
    value
        .putObject("metadata")
        .put("display_phone_number", "447700900100")
        .put("phone_number_id", "100000000000001");
    ArrayNode contacts = value.putArray("contacts");
    for (Customer one : people) {
      ObjectNode contact = contacts.addObject().put("wa_id", one.number());
      contact.putObject("profile").put("name", one.fullName());
    }
    putIfAny(value, "messages", messages);
    putIfAny(value, "statuses", statuses);
    ObjectNode webhook = JSON.createObjectNode().put("object", "whatsapp_business_account");
    ObjectNode entry = webhook.putArray("entry").addObject().put("id", "100000000000000");
    entry.putArray("changes").addObject().put("field", "messages").set("value", value);
    return bytes(webhook);
  }

  private static void putIfAny(ObjectNode value, String name, ArrayNode items) {
    if (!items.isEmpty()) {
      value.set(name, items);
    }
  }

  private static byte[] bytes(ObjectNode webhook) {
    try {
      return JSON.writeValueAsBytes(webhook);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of nodes can always be written", e);
    }
  }
}
