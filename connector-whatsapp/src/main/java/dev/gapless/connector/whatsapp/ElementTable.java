// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.channel.Item;
import dev.gapless.http.payload.Envelope;
import dev.gapless.http.payload.Fields;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The arrays of a {@code value} whose elements are items, and how each is read. */
final class ElementTable {
  private static final Map<String, ItemReader> READERS =
      Map.of(
          "messages", ItemReader.one(new MessageReader(Correspondence::received)),
          "message_echoes", ItemReader.one(new MessageReader(Correspondence::echo)),
          "statuses", ItemReader.one(new StatusReader()),
          "history", new HistoryReader(),
          "user_id_update", ItemReader.one(new IdentityNotices()),
          "errors", notices("errors"),
          "user_preferences", notices("user_preferences"),
          "groups", notices("groups"),
          "calls", notices("calls"),
          "state_sync", notices("state_sync"));

  private static final List<String> NAMES = List.copyOf(READERS.keySet());

  /** The fields of a change whose value is expected to have elements. */
  private static final Set<String> FIELDS = Set.of("messages", "smb_message_echoes", "history");

  private ElementTable() {}

  static boolean has(String array) {
    return READERS.containsKey(array);
  }

  static boolean expectsElements(String field) {
    return FIELDS.contains(field);
  }

  /** An unknown contact is shown as one; an unknown notice is only counted. */
  static ItemReader reader(String array) {
    ItemReader known = READERS.get(array);
    return known != null ? known : ItemReader.one(element -> unknown(array, element));
  }

  private static Item unknown(String array, Element element) {
    return looksLikeContact(element.json())
        ? new MessageReader(Correspondence::received).unknown(element)
        : element.notice(Fields.isWord(array) ? array : "element", Envelope.UNKNOWN);
  }

  /**
   * Whether one of the arrays holds something that was received. The answer to a request has arrays
   * of the same names, but nobody in them who wrote at some time.
   */
  static boolean holdsReceived(JsonNode value) {
    for (String array : NAMES) {
      if (anyMatch(value.path(array), ElementTable::looksReceived)) {
        return true;
      }
    }
    return false;
  }

  private static boolean looksReceived(JsonNode element) {
    return element.has("timestamp") || hasSender(element);
  }

  /** Whether a list that this version does not know holds contacts. */
  static boolean holdsContacts(JsonNode list) {
    return list.isArray() && anyMatch(list, ElementTable::looksLikeContact);
  }

  private static boolean looksLikeContact(JsonNode element) {
    return element.has("id") && hasSender(element);
  }

  private static boolean hasSender(JsonNode element) {
    return element.has("from") || element.has("from_user_id") || element.has("group_id");
  }

  private static boolean anyMatch(JsonNode list, Predicate<JsonNode> test) {
    for (JsonNode element : list) {
      if (test.test(element)) {
        return true;
      }
    }
    return false;
  }

  private static ItemReader notices(String array) {
    String rule = NoticeTable.rule(array).orElse(Envelope.UNKNOWN);
    return ItemReader.one(element -> element.notice(kind(array, element), rule));
  }

  /** An account's errors come in every field; the other arrays belong to their field. */
  private static String kind(String array, Element element) {
    return element
        .scope()
        .frame()
        .field()
        .filter(name -> !array.equals("errors") && !FIELDS.contains(name))
        .orElse(array);
  }
}
