// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.channel.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Walks the nesting of a body and collects its items in the order they stand there. Takes the forms
 * that Meta's platforms use, in any mix: {@code entry[].changes[]}, {@code field} and {@code value}
 * in the entry itself, {@code messaging[]} and {@code standby[]} (another platform's), and the bare
 * value that tools and relays pass on.
 */
final class Envelope {
  /** The path of the body itself. */
  static final String ROOT = "$";

  private static final String VALUE = "value";
  private static final Set<String> LEVELS = Set.of("entry", "changes");
  private static final Set<String> FOREIGN = Set.of("messaging", "standby");

  /** What an entry may have without saying anything. */
  private static final Set<String> SILENT = Set.of("id", "time", "object");

  private final Receipt receipt;
  private final List<Item> items = new ArrayList<>();

  Envelope(Receipt receipt) {
    this.receipt = receipt;
  }

  /** At least one item. */
  List<Item> items() {
    Level root = new Level(receipt.body().json(), "", Frame.NONE);
    List<Level> webhooks = webhooks(root);
    webhooks.forEach(this::object);
    if (items.isEmpty()) {
      String rule = webhooks.isEmpty() ? NoticeTable.NO_WEBHOOK : NoticeTable.EMPTY;
      items.add(root.element(receipt).notice("body", rule));
    }
    return List.copyOf(items);
  }

  /** The body itself; or several webhooks in one body, as a relay may send them. */
  private static List<Level> webhooks(Level root) {
    if (root.json().isObject()) {
      return isWebhook(root.json()) ? List.of(root) : List.of();
    }
    List<Level> found = new ArrayList<>();
    for (int i = 0; i < root.json().size(); i++) {
      if (isWebhook(root.json().path(i))) {
        found.add(new Level(root.json().path(i), "[" + i + "]", Frame.NONE));
      }
    }
    return found;
  }

  private static boolean isWebhook(JsonNode json) {
    return json.has("object")
        || LEVELS.stream().anyMatch(json::has)
        || FOREIGN.stream().anyMatch(json::has)
        || (json.has("field") && json.has(VALUE))
        || json.path(VALUE).isObject()
        || Value.looksReceived(json);
  }

  private void object(Level closed) {
    Level level = closed.opened();
    boolean open = false;
    for (String name : names(level.json())) {
      open |= part(level, name);
    }
    Value bare = new Value(level.element(receipt));
    if (Value.looksReceived(level.json()) && (!open || bare.carriesElements())) {
      items.addAll(bare.items());
    } else if (!open) {
      strange(level);
    }
  }

  /** Whether the name is one that leads further in. */
  private boolean part(Level level, String name) {
    if (LEVELS.contains(name)) {
      level.children(name).forEach(this::levelOrProblem);
    } else if (FOREIGN.contains(name)) {
      level.children(name).forEach(child -> foreign(name, child));
    } else if (name.equals(VALUE) || (name.equals("field") && !level.json().has(VALUE))) {
      change(level);
    } else {
      return false;
    }
    return true;
  }

  private void levelOrProblem(Level level) {
    if (level.json().isObject()) {
      object(level);
    } else {
      items.add(level.element(receipt).unexpectedType());
    }
  }

  private void foreign(String kind, Level level) {
    if (!level.json().isEmpty()) {
      items.add(level.element(receipt).notice(kind, NoticeTable.NOT_WHATSAPP));
    }
  }

  private void change(Level change) {
    List<Level> values = change.children(VALUE);
    if (values.isEmpty()) {
      value(new Level(change.json().path(VALUE), change.path() + "." + VALUE, change.frame()));
    }
    for (Level value : values) {
      if (LEVELS.stream().anyMatch(value.json()::has)) {
        object(value);
      } else {
        value(value);
      }
    }
  }

  private void value(Level level) {
    items.addAll(new Value(level.element(receipt)).items());
  }

  /** What an entry says when it has none of the parts we know. */
  private void strange(Level level) {
    if (!SILENT.containsAll(names(level.json()))) {
      items.add(level.element(receipt).notice("entry", NoticeTable.UNKNOWN));
    }
  }

  private static List<String> names(JsonNode json) {
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
