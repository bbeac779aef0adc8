// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.channel.Item;
import dev.gapless.http.payload.Envelope;
import dev.gapless.http.payload.Fields;
import dev.gapless.http.payload.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The events of Messenger and Instagram messaging, by the name under which their content stands.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/messenger-platform/reference/webhook-events">Messenger
 *     webhook events</a>
 */
final class EventTable {
  private static final Map<String, Function<DirectDraft, Item>> READERS =
      Map.of(
          "message", MessageReader::message,
          "message_edit", MessageReader::edit,
          "postback", MessageReader::postback,
          "referral", MessageReader::referral,
          "reaction", DirectReaction::read);

  private static final Map<String, StatusReader> STATUSES =
      Map.of("delivery", StatusReader.DELIVERED, "read", StatusReader.READ);

  /** What stands beside the content of every event. */
  private static final Set<String> FRAME =
      Set.of("sender", "recipient", "timestamp", "prior_message", "is_ai_generated", "mid");

  private EventTable() {}

  /** Whether JSON is an element of {@code messaging[]}, wherever it stands. */
  static boolean isEvent(JsonNode json) {
    return json.path("recipient").isObject() || json.path("sender").isObject();
  }

  /**
   * At least one item.
   *
   * @param list {@code messaging}, {@code standby}, or the field of a flat form
   */
  static List<Item> read(String list, Element event) {
    if (!event.json().isObject()) {
      return List.of(event.unexpectedType());
    }
    List<String> parts = parts(event.json());
    if (parts.isEmpty()) {
      return List.of(event.notice(list, NoticeTable.EMPTY_EVENT));
    }
    List<Item> items = new ArrayList<>();
    for (String part : parts) {
      if (isKnown(part)) {
        items.addAll(part(list, part, event));
      }
    }
    return items.isEmpty() ? part(list, parts.get(0), event) : items;
  }

  private static List<Item> part(String list, String part, Element event) {
    Element inner = event.child(Fields.isWord(part) || isKnown(part) ? part : "event");
    StatusReader status = STATUSES.get(part);
    if (status != null) {
      return status.read(event, inner);
    }
    return List.of(Guard.read(() -> one(list, part, event, inner), inner::unreadable));
  }

  private static Item one(String list, String part, Element event, Element inner) {
    Optional<String> rule = NoticeTable.rule(part);
    if (rule.isPresent()) {
      return inner.with(event.json()).notice(part, rule.get(), Talk.of(event).conversation());
    }
    DirectDraft draft = new DirectDraft(event, inner, Talk.of(event), list.equals("standby"));
    Function<DirectDraft, Item> reader = READERS.get(part);
    if (reader == null) {
      return draft.talk().isIdentified()
          ? draft.unknown(part)
          : event.notice(list, Envelope.UNKNOWN);
    }
    if (!inner.json().isObject()) {
      return inner.unexpectedType();
    }
    return draft.talk().isIdentified()
        ? reader.apply(draft)
        : inner.with(event.json()).unreadable("names nobody: sender and recipient are missing");
  }

  private static boolean isKnown(String part) {
    return READERS.containsKey(part)
        || STATUSES.containsKey(part)
        || NoticeTable.rule(part).isPresent();
  }

  private static List<String> parts(JsonNode event) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : event.properties()) {
      if (!FRAME.contains(field.getKey()) && !field.getValue().isNull()) {
        parts.add(field.getKey());
      }
    }
    return parts;
  }
}
