// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Conversation;
import dev.gapless.api.Direction;
import dev.gapless.api.Identifier;
import dev.gapless.api.Party;
import dev.gapless.http.payload.Fields;
import java.util.List;
import java.util.Optional;

/**
 * Who writes to whom in one messaging event. The thread is the account and the other party.
 *
 * @param other who is not the company
 * @param conversation empty where it names nobody
 */
record Talk(Direction direction, Author other, Optional<Conversation> conversation) {
  /** The company is the author without any name of a person in it. */
  static final Party COMPANY = new Party(Optional.empty(), List.of());

  static Talk of(Element event) {
    JsonNode json = event.json();
    String type = Author.idType(event);
    Author sender = side(json.path("sender"), type);
    Author recipient = side(json.path("recipient"), type);
    boolean fromUs = isOwn(sender, event);
    boolean out = fromUs || json.path("message").path("is_echo").asBoolean(false);
    // Some echoes name the company as recipient too: who is left is the customer.
    boolean toThem = fromUs || (out && !isOwn(recipient, event) && recipient.isKnown());
    Author other = toThem ? recipient : sender;
    return new Talk(out ? Direction.OUT : Direction.IN, other, other.id().map(Conversation::of));
  }

  /** The same, in a thread that is known by what it stands below, if it names nobody. */
  Talk orIn(Optional<String> thread) {
    return isIdentified() ? this : new Talk(direction, other, thread.map(Conversation::of));
  }

  private static boolean isOwn(Author side, Element event) {
    return side.id().filter(event::isOwn).isPresent();
  }

  private static Author side(JsonNode json, String idType) {
    Author known = Author.in(json, idType);
    return known.id().isPresent()
        ? known
        : new Author(
            Fields.id(json, "user_ref"),
            known.name(),
            known.handle(),
            Identifier.FACEBOOK_USER_REF);
  }

  /** Whether anything says where an event belongs. */
  boolean isIdentified() {
    return other.id().isPresent();
  }

  boolean isOutbound() {
    return direction == Direction.OUT;
  }

  /** Stands for the author in keys. */
  String actor() {
    return isOutbound() ? "company" : other.id().orElse("");
  }
}
