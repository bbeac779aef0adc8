// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gapless.api.Attachment;
import dev.gapless.api.Conversation;
import dev.gapless.api.DeliveryStatus;
import dev.gapless.api.Interaction;
import dev.gapless.api.Kind;
import dev.gapless.api.Party;
import dev.gapless.api.channel.Item;
import dev.gapless.examples.quickstart.console.Plain;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes items as lines of JSON; what is absent is {@code null}.
 *
 * @param channel where they come from
 * @param receivedAt what the connector puts where the platform gives no usable time
 */
record ItemLine(String channel, Instant receivedAt) {
  private static final String STATUS_RULE = "status-folded";
  private static final JsonNode ABSENT = NullNode.getInstance();

  /** A file, or an item in it, that cannot be read. */
  String error(String file, String error) {
    return Plain.json(start(file).put("error", error).toString());
  }

  String of(String file, Item item) {
    ObjectNode line = start(file);
    put(line, "account", filled(item.event().item().account()));
    line.put("id", item.event().item().nativeId()).put("event", item.event().change());
    if (item instanceof Item.Contact contact) {
      contact(line, contact.interaction());
    } else if (item instanceof Item.Notice notice) {
      line.put("kind", notice.kind()).put("ignored", notice.rule());
    } else if (item instanceof Item.Unreadable unreadable) {
      line.put("error", unreadable.reason());
    }
    return Plain.json(line.toString());
  }

  private ObjectNode start(String file) {
    return JsonNodeFactory.instance.objectNode().put("file", file).put("channel", channel);
  }

  private void contact(ObjectNode line, Interaction one) {
    line.put("kind", one.kind().label()).put("action", one.action().label());
    line.put("direction", one.direction().label()).put("visibility", one.visibility().label());
    put(line, "conversation", one.conversation().map(Conversation::id));
    put(line, "parent", one.parent());
    put(line, "target", one.target());
    line.set("author", one.author().<JsonNode>map(ItemLine::author).orElse(ABSENT));
    put(line, "text", filled(one.text()));
    put(line, "occurredAt", time(one.occurredAt()));
    ArrayNode attachments = line.putArray("attachments");
    one.attachments().forEach(file -> attachments.add(attachment(file)));
    if (one.kind() == Kind.STATUS && !one.status().equals(Optional.of(DeliveryStatus.FAILED))) {
      // The engine's rule, not the connector's: of statuses only failures are written.
      line.put("ignored", STATUS_RULE);
    }
  }

  private Optional<String> time(Instant at) {
    return at.equals(receivedAt) ? Optional.empty() : Optional.of(at.toString());
  }

  private static ObjectNode author(Party party) {
    ObjectNode author = JsonNodeFactory.instance.objectNode();
    put(author, "name", party.name());
    ArrayNode identifiers = author.putArray("identifiers");
    party
        .identifiers()
        .forEach(one -> identifiers.addObject().put("type", one.type()).put("value", one.value()));
    return author;
  }

  private static ObjectNode attachment(Attachment file) {
    ObjectNode attachment = JsonNodeFactory.instance.objectNode().put("type", file.type());
    put(attachment, "id", file.id());
    put(attachment, "url", file.url());
    put(attachment, "mime", file.mime());
    return attachment;
  }

  private static void put(ObjectNode to, String name, Optional<String> value) {
    to.set(name, value.<JsonNode>map(TextNode::valueOf).orElse(ABSENT));
  }

  private static Optional<String> filled(String text) {
    return Optional.of(text).filter(one -> !one.isEmpty());
  }
}
