// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** Writes one webhook: its items stand in the order in which they were added. */
final class WebhookBody {
  /** The number the company is written to. */
  static final String ACCOUNT = "100000000000042";

  private static final String MESSAGES = "messages";
  private static final String STATUSES = "statuses";

  private final ObjectNode root =
      JsonNodeFactory.instance.objectNode().put("object", "whatsapp_business_account");
  private final ArrayNode entries = root.putArray("entry");
  private ObjectNode value = newEntry();
  private int items;

  /** What follows stands in an entry of its own. */
  ObjectNode newEntry() {
    ObjectNode entry = entries.addObject().put("id", "100000000000041");
    ObjectNode change = entry.putArray("changes").addObject().put("field", MESSAGES);
    value = change.putObject("value").put("messaging_product", "whatsapp");
    value
        .putObject("metadata")
        .put("display_phone_number", "447700900999")
        .put("phone_number_id", ACCOUNT);
    return value;
  }

  /** A message of a type that is to be filled in under that name. */
  ObjectNode message(String from, String id, long seconds, String type) {
    ObjectNode contact = value(MESSAGES).withArray("contacts").addObject().put("wa_id", from);
    contact.putObject("profile").put("name", "Caller " + from.substring(from.length() - 3));
    return add(MESSAGES, id, seconds).put("from", from).put("type", type).putObject(type);
  }

  ObjectNode status(String to, String id, long seconds, String status) {
    return add(STATUSES, id, seconds).put("recipient_id", to).put("status", status);
  }

  private ObjectNode add(String array, String id, long seconds) {
    items++;
    return value(array)
        .withArray(array)
        .addObject()
        .put("id", id)
        .put("timestamp", Long.toString(seconds));
  }

  /** Messages and statuses never share a value, or their order would not be that of adding. */
  private ObjectNode value(String array) {
    boolean other = value.has(array.equals(MESSAGES) ? STATUSES : MESSAGES);
    return other ? newEntry() : value;
  }

  /** How many items it holds. */
  int items() {
    return items;
  }

  byte[] bytes() {
    return root.toString().getBytes(StandardCharsets.UTF_8);
  }
}
