// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Conversation;
import dev.gapless.api.Direction;
import dev.gapless.api.Interaction;
import dev.gapless.api.InteractionBuilder;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Party;
import dev.gapless.http.payload.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who writes to whom in one element, and in which thread. */
final class Correspondence {
  /** The company is the author without any name of a person in it. */
  private static final Party COMPANY = new Party(Optional.empty(), List.of());

  /** The fields that name who it is from or to. */
  private record Role(String number, String userId, String parentUserId) {}

  private static final Role FROM = new Role("from", "from_user_id", "from_parent_user_id");
  private static final Role TO = new Role("to", "to_user_id", "to_parent_user_id");

  private final Direction direction;
  private final Person customer;
  private final Optional<String> group;

  Correspondence(Direction direction, Person customer, Optional<String> group) {
    this.direction = direction;
    this.customer = customer;
    this.group = group;
  }

  /** An element of {@code messages[]}. */
  static Correspondence received(Element message) {
    boolean history =
        message.scope().frame().field().filter(HistoryReader.FIELD::equals).isPresent();
    return history
        ? past(message, Person.UNKNOWN)
        : between(Direction.IN, message, person(message.json(), FROM));
  }

  /** An element of {@code message_echoes[]}: written by staff in the company's own app. */
  static Correspondence echo(Element message) {
    return between(Direction.OUT, message, person(message.json(), TO));
  }

  /** A message of an imported thread, whose id names the customer. */
  static Correspondence inThread(Element message, JsonNode thread) {
    JsonNode context = thread.path("context");
    Person customer =
        Person.of(
                Fields.id(thread, "id").or(() -> Fields.id(context, "wa_id")),
                Fields.id(context, "user_id"),
                Fields.id(context, "parent_user_id"))
            .named(Optional.empty(), Fields.text(context, "username"));
    return past(message, customer);
  }

  /** An imported message: whose number stands in {@code from} says who wrote it. */
  private static Correspondence past(Element message, Person customer) {
    Person sender = person(message.json(), FROM);
    Person recipient = person(message.json(), TO);
    boolean theirs = sender.sharesIdWith(customer);
    Optional<String> business = message.scope().businessNumber();
    boolean ours =
        business.isPresent()
            ? sender.waId().map(Scope::digits).equals(business)
            : customer.waId().isPresent() && sender.waId().isPresent() && !theirs;
    if (ours || (recipient.isKnown() && !theirs)) {
      return between(Direction.OUT, message, customer.and(recipient));
    }
    return between(Direction.IN, message, customer.and(sender));
  }

  private static Correspondence between(Direction direction, Element message, Person customer) {
    return new Correspondence(
        direction,
        message.scope().people().complete(customer),
        Fields.id(message.json(), "group_id"));
  }

  private static Person person(JsonNode message, Role role) {
    return Person.of(
        Fields.id(message, role.number()),
        Fields.id(message, role.userId()),
        Fields.id(message, role.parentUserId()));
  }

  /** Whether anything says where an element belongs; what the company wrote always does. */
  boolean isIdentified() {
    return direction == Direction.OUT || customer.isKnown() || group.isPresent();
  }

  boolean isOutbound() {
    return direction == Direction.OUT;
  }

  /** Stands for the author in keys. */
  String actor() {
    return isOutbound() ? "company" : customer.steadiestId();
  }

  /** An interaction between these two, to be filled. */
  InteractionBuilder interaction(ItemKey key, Instant at) {
    InteractionBuilder draft = Interaction.builder(key, at).direction(direction);
    Optional<Party> party = customer.party();
    conversation().ifPresent(draft::conversation);
    party.ifPresent(draft::customer);
    if (isOutbound()) {
      draft.author(COMPANY);
    } else {
      party.ifPresent(draft::author);
    }
    return draft;
  }

  private Optional<Conversation> conversation() {
    return group.map(Conversation::of).or(customer::conversation);
  }
}
