// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.channel.Item;
import dev.gapless.http.payload.Envelope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code value} of a change: arrays of elements, each of which becomes an item; or, for fields
 * that carry no elements, one notice.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages">Messages
 *     webhook</a>
 */
final class Value {
  private static final Set<String> COMMON = Set.of("messaging_product", "metadata", "contacts");

  /** Arrays that are no elements: who is who, and further levels of nesting. */
  private static final Set<String> NO_ELEMENTS =
      Set.of("contacts", "entry", "changes", "messaging", "standby", "value");

  private final Element value;
  private final Optional<String> field;

  Value(Element value) {
    this.value = value;
    this.field = value.scope().frame().field();
  }

  /** Whether JSON that stands without its change is a value that the platform sent. */
  static boolean looksReceived(JsonNode json) {
    return json.path("metadata").has("phone_number_id") || ElementTable.holdsReceived(json);
  }

  /** The items, in the order of the arrays; none if the value is an empty shell. */
  List<Item> items() {
    List<Item> items = new ArrayList<>();
    if (carriesElements()) {
      for (Map.Entry<String, JsonNode> part : value.json().properties()) {
        elements(part.getKey(), part.getValue(), items);
      }
    } else {
      whole().ifPresent(items::add);
    }
    return items;
  }

  /** Whether at least one of its arrays holds something. */
  boolean carriesElements() {
    for (Map.Entry<String, JsonNode> part : value.json().properties()) {
      if (ElementTable.has(part.getKey())
          ? holdsSomething(part.getValue())
          : ElementTable.holdsContacts(part.getValue()) && mayHoldElements(part.getKey())) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsSomething(JsonNode part) {
    return part.isArray() ? !part.isEmpty() : !part.isNull();
  }

  /** The lists inside a notice that we know are part of it. */
  private boolean mayHoldElements(String name) {
    return !NO_ELEMENTS.contains(name) && field.flatMap(NoticeTable::rule).isEmpty();
  }

  private void elements(String name, JsonNode part, List<Item> items) {
    boolean known = ElementTable.has(name);
    if (!known && (NO_ELEMENTS.contains(name) || !part.isArray())) {
      return;
    }
    ItemReader reader = ElementTable.reader(name);
    for (Element child : value.children(name)) {
      if (known || child.json().isObject()) {
        items.addAll(reader.read(child));
      }
    }
  }

  /** The item of a value without elements. */
  private Optional<Item> whole() {
    String kind = field.orElse("value");
    Optional<String> rule = NoticeTable.rule(kind);
    if (rule.isPresent()) {
      return Optional.of(value.notice(kind, rule.get()));
    }
    boolean elementsExpected = field.isEmpty() || ElementTable.expectsElements(kind);
    if (elementsExpected && isShell()) {
      return Optional.empty();
    }
    if (elementsExpected && !value.json().isObject()) {
      return Optional.of(value.unexpectedType());
    }
    boolean foreign = value.scope().frame().isForeignTo(NoticeTable.OBJECT);
    return Optional.of(value.notice(kind, foreign ? NoticeTable.NOT_WHATSAPP : Envelope.UNKNOWN));
  }

  private boolean isShell() {
    JsonNode json = value.json();
    return json.isNull()
        || json.isMissingNode()
        || (json.isObject()
            && json.properties().stream()
                .map(Map.Entry::getKey)
                .allMatch(name -> COMMON.contains(name) || ElementTable.has(name)));
  }
}
