// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.gapless.api.Conversation;
import dev.gapless.api.channel.Item;
import dev.gapless.http.payload.Frame;
import dev.gapless.http.payload.Keys;
import dev.gapless.http.payload.Level;
import dev.gapless.http.payload.Place;
import dev.gapless.http.payload.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One piece of a body that becomes one item, or several if it is a container. */
final class Element {
  /** Facebook began in February 2004. */
  static final Times TIMES = new Times(Instant.parse("2004-02-04T00:00:00Z"));

  private static final char REPLACED = '\uFFFD';

  private final Place place;
  private final Frame frame;
  private final Receipt receipt;
  private final String account;

  private Element(Place place, Frame frame, Receipt receipt) {
    this.place = place;
    this.frame = frame;
    this.receipt = receipt;
    this.account = receipt.accounts().of(frame.entryId());
  }

  static Element of(Level level, Receipt receipt) {
    return new Element(level.named(), level.frame(), receipt);
  }

  JsonNode json() {
    return place.json();
  }

  String path() {
    return place.path();
  }

  Frame frame() {
    return frame;
  }

  /** The page or Instagram account whose entry it stands in. */
  String account() {
    return account;
  }

  boolean isInstagram() {
    return frame.object().filter(Contents.INSTAGRAM::equals).isPresent();
  }

  boolean isConfigured() {
    return receipt.accounts().isConfigured(account);
  }

  boolean isOwn(String id) {
    return receipt.accounts().isOwn(id, account);
  }

  Keys keys() {
    return receipt.keys(account);
  }

  Instant receivedAt() {
    return receipt.receivedAt();
  }

  /** A time that the platform gives, unless it cannot be. */
  Optional<Instant> time(JsonNode value) {
    return TIMES.read(value, receivedAt());
  }

  /** When the platform sent it, by its own clock. */
  Optional<Instant> sentAt() {
    return time(frame.time());
  }

  /** Whether some of its bytes were no UTF-8 and had to be replaced. */
  boolean isRepaired() {
    return receipt.repaired() && json().toString().indexOf(REPLACED) >= 0;
  }

  /** The element in its place below this one. */
  Element child(String name) {
    JsonNode json = json().isObject() ? json().path(name) : MissingNode.getInstance();
    return new Element(place.below(json, name), frame, receipt);
  }

  /** The same element with other content: a reading of it in another form. */
  Element with(JsonNode json) {
    return new Element(place.with(json), frame, receipt);
  }

  /** The elements of the array under the name, as {@link Place#children(String)}. */
  List<Element> children(String name) {
    List<Place> places = place.children(name);
    List<Element> children = new ArrayList<>(places.size());
    for (Place child : places) {
      children.add(new Element(child, frame, receipt));
    }
    return children;
  }

  Item unreadable(String problem) {
    return keys().unreadable(place, problem);
  }

  Item unexpectedType() {
    return unreadable(place.unexpectedType());
  }

  Item notice(String kind, String rule) {
    return keys().notice(place, kind, rule, Optional.empty());
  }

  Item notice(String kind, String rule, Optional<Conversation> conversation) {
    return keys().notice(place, kind, rule, conversation);
  }
}
