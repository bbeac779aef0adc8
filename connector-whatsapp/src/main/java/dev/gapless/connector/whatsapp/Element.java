// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Conversation;
import dev.gapless.api.channel.Item;
import dev.gapless.http.payload.Level;
import dev.gapless.http.payload.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One piece of a body that becomes one item, or several if it is a container. */
final class Element {
  private final Place place;
  private final Scope scope;

  private Element(Place place, Scope scope) {
    this.place = place;
    this.scope = scope;
  }

  static Element of(Level level, Receipt receipt) {
    return new Element(level.named(), new Scope(receipt, level.frame(), level.json()));
  }

  JsonNode json() {
    return place.json();
  }

  String path() {
    return place.path();
  }

  Scope scope() {
    return scope;
  }

  /** The elements of the array under the name, as {@link Place#children(String)}. */
  List<Element> children(String name) {
    List<Place> places = place.children(name);
    List<Element> children = new ArrayList<>(places.size());
    for (Place child : places) {
      children.add(new Element(child, scope));
    }
    return children;
  }

  Item unreadable(String problem) {
    return scope.keys().unreadable(place, problem);
  }

  Item unexpectedType() {
    return unreadable(place.unexpectedType());
  }

  Item notice(String kind, String rule) {
    return notice(kind, rule, Optional.empty());
  }

  Item notice(String kind, String rule, Optional<Conversation> conversation) {
    return scope.keys().notice(place, kind, rule, conversation);
  }
}
