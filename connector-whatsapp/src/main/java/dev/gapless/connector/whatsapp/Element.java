// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Conversation;
import dev.gapless.api.EventKey;
import dev.gapless.api.channel.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One piece of a body that becomes one item, or several if it is a container. */
final class Element {
  private final JsonNode json;
  private final String path;
  private final Scope scope;

  Element(JsonNode json, String path, Scope scope) {
    this.json = json;
    this.path = path;
    this.scope = scope;
  }

  JsonNode json() {
    return json;
  }

  String path() {
    return path;
  }

  Scope scope() {
    return scope;
  }

  /**
   * The elements of the array under the name. Something that is no array counts as its one element;
   * {@code null} counts as nothing.
   */
  List<Element> children(String name) {
    String at = path + "." + shown(name);
    JsonNode list = json.path(name);
    if (!list.isArray()) {
      return list.isNull() || list.isMissingNode()
          ? List.of()
          : List.of(new Element(list, at, scope));
    }
    List<Element> children = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      children.add(new Element(list.path(i), at + "[" + i + "]", scope));
    }
    return children;
  }

  /** A name that could be anything is not shown; its digest tells it from others. */
  private static String shown(String name) {
    return Fields.isWord(name) ? name : "?" + Digest.of(name);
  }

  /** The reason names the place by itself: it is read where the path is not at hand. */
  Item unreadable(String problem) {
    return new Item.Unreadable(
        path, scope.keys().unreadable(Digest.of(json)), path + " " + problem);
  }

  Item unexpectedType() {
    return unreadable("is " + Fields.typeName(json) + ", expected an object");
  }

  Item notice(String kind, String rule) {
    return notice(kind, rule, Optional.empty());
  }

  Item notice(String kind, String rule, Optional<Conversation> conversation) {
    EventKey event = new EventKey(scope.keys().notice(kind, json), EventKey.CREATED);
    return new Item.Notice(path, event, kind, rule, conversation);
  }
}
