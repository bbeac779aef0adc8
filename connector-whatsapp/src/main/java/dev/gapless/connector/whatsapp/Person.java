// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import dev.gapless.api.Conversation;
import dev.gapless.api.Identifier;
import dev.gapless.api.Party;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names under which WhatsApp knows a person; each may be missing.
 *
 * <p>The {@code wa_id} usually is a telephone number. It is left out, or empty, for people with a
 * username; then the business-scoped user id stands for them, and some relays put that id where the
 * number was.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids">Business-scoped
 *     user ids</a>
 */
record Person(
    Optional<String> waId,
    Optional<String> userId,
    Optional<String> parentUserId,
    Optional<String> handle,
    Optional<String> name) {

  private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.[A-Za-z0-9]+");
  private static final Pattern PARENT_USER_ID = Pattern.compile("[A-Z]{2}\\.ENT\\.[A-Za-z0-9]+");
  private static final Pattern SIGNED_NUMBER = Pattern.compile("\\+[0-9]+");
  private static final Pattern PHONE = Pattern.compile("[0-9]{7,15}");

  static final Person UNKNOWN = of(Optional.empty(), Optional.empty(), Optional.empty());

  /** A person by ids; a user id in the place of the number is put where it belongs. */
  static Person of(Optional<String> waId, Optional<String> userId, Optional<String> parentUserId) {
    Optional<String> asUser = waId.filter(id -> USER_ID.matcher(id).matches());
    Optional<String> asParent = waId.filter(id -> PARENT_USER_ID.matcher(id).matches());
    return new Person(
        asUser.isPresent() || asParent.isPresent() ? Optional.empty() : waId,
        userId.or(() -> asUser),
        parentUserId.or(() -> asParent),
        Optional.empty(),
        Optional.empty());
  }

  Person named(Optional<String> newName, Optional<String> newHandle) {
    return new Person(waId, userId, parentUserId, newHandle, newName);
  }

  /** This person, with what is missing taken from the other. */
  Person and(Person other) {
    return new Person(
        waId.or(other::waId),
        userId.or(other::userId),
        parentUserId.or(other::parentUserId),
        handle.or(other::handle),
        name.or(other::name));
  }

  boolean isKnown() {
    return waId.isPresent() || userId.isPresent() || parentUserId.isPresent();
  }

  boolean sharesIdWith(Person other) {
    return ids().anyMatch(id -> other.ids().anyMatch(id::equals));
  }

  /** The id that survives longest: the number may disappear from one message to the next. */
  String steadiestId() {
    return userId.or(this::number).or(() -> parentUserId).orElse("");
  }

  /** The person's own thread with the company, under every id known; empty for a person without. */
  Optional<Conversation> conversation() {
    List<String> ids = ids().distinct().toList();
    return ids.isEmpty()
        ? Optional.empty()
        : Optional.of(new Conversation(ids.get(0), ids.subList(1, ids.size())));
  }

  /**
   * The thread of a person whose ids changed, the new ones first; empty unless two ids are proven
   * to be one person's.
   */
  Optional<Conversation> sameThreadAs(Person before) {
    List<String> ids = Stream.concat(ids(), before.ids()).distinct().toList();
    return ids.size() < 2
        ? Optional.empty()
        : Optional.of(new Conversation(ids.get(0), ids.subList(1, ids.size())));
  }

  Optional<Party> party() {
    return isKnown() || name.isPresent()
        ? Optional.of(new Party(name, identifiers()))
        : Optional.empty();
  }

  private List<Identifier> identifiers() {
    Optional<String> phone = number().filter(id -> PHONE.matcher(id).matches());
    return Stream.of(
            userId.map(id -> new Identifier(Identifier.WHATSAPP_USER_ID, id)),
            parentUserId.map(id -> new Identifier(Identifier.WHATSAPP_PARENT_USER_ID, id)),
            waId.map(id -> new Identifier(Identifier.WHATSAPP_ID, id)),
            phone.map(digits -> new Identifier(Identifier.PHONE, "+" + digits)),
            handle.map(id -> new Identifier(Identifier.HANDLE, id)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Every id, in the form in which two of them are compared. */
  Stream<String> ids() {
    return Stream.of(number(), userId, parentUserId).flatMap(Optional::stream);
  }

  /** The number without the plus sign that it has in some places and not in others. */
  private Optional<String> number() {
    return waId.map(id -> SIGNED_NUMBER.matcher(id).matches() ? id.substring(1) : id);
  }

  /** Says nothing about who it is. */
  @Override
  public String toString() {
    return "Person[***]";
  }
}
