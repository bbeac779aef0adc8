// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import dev.gapless.api.Conversation;
import dev.gapless.api.Identifier;
import dev.gapless.api.Party;
import java.util.ArrayList;
import java.util.Collections;
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
  private static final int SHORTEST_PHONE = 7;
  private static final int LONGEST_PHONE = 15;

  static final Person UNKNOWN = of(Optional.empty(), Optional.empty(), Optional.empty());

  /** A person by ids; a user id in the place of the number is put where it belongs. */
  static Person of(Optional<String> waId, Optional<String> userId, Optional<String> parentUserId) {
    // Nearly always it is a number, which needs no look at what else it may be.
    return waId.filter(Person::mayBeUserId).isPresent()
        ? sorted(waId, userId, parentUserId)
        : new Person(waId, userId, parentUserId, Optional.empty(), Optional.empty());
  }

  private static boolean mayBeUserId(String waId) {
    return waId.indexOf('.') > 0;
  }

  private static Person sorted(
      Optional<String> waId, Optional<String> userId, Optional<String> parentUserId) {
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
        first(waId, other.waId),
        first(userId, other.userId),
        first(parentUserId, other.parentUserId),
        first(handle, other.handle),
        first(name, other.name));
  }

  private static Optional<String> first(Optional<String> one, Optional<String> other) {
    return one.isPresent() ? one : other;
  }

  boolean isKnown() {
    return waId.isPresent() || userId.isPresent() || parentUserId.isPresent();
  }

  boolean sharesIdWith(Person other) {
    return !Collections.disjoint(ids(), other.ids());
  }

  /** The id that survives longest: the number may disappear from one message to the next. */
  String steadiestId() {
    return userId.or(this::number).or(() -> parentUserId).orElse("");
  }

  /** The person's own thread with the company, under every id known; empty for a person without. */
  Optional<Conversation> conversation() {
    List<String> ids = ids();
    return ids.isEmpty()
        ? Optional.empty()
        : Optional.of(new Conversation(ids.get(0), ids.subList(1, ids.size())));
  }

  /**
   * The thread of a person whose ids changed, the new ones first; empty unless two ids are proven
   * to be one person's.
   */
  Optional<Conversation> sameThreadAs(Person before) {
    List<String> ids = Stream.concat(ids().stream(), before.ids().stream()).distinct().toList();
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
    List<Identifier> all = new ArrayList<>(5);
    userId.ifPresent(id -> all.add(new Identifier(Identifier.WHATSAPP_USER_ID, id)));
    parentUserId.ifPresent(id -> all.add(new Identifier(Identifier.WHATSAPP_PARENT_USER_ID, id)));
    waId.ifPresent(id -> all.add(new Identifier(Identifier.WHATSAPP_ID, id)));
    number()
        .filter(Person::isPhone)
        .ifPresent(digits -> all.add(new Identifier(Identifier.PHONE, "+" + digits)));
    handle.ifPresent(id -> all.add(new Identifier(Identifier.HANDLE, id)));
    return all;
  }

  /** Every id once, in the form in which two of them are compared. */
  List<String> ids() {
    List<String> ids = new ArrayList<>(3);
    number().ifPresent(ids::add);
    userId.filter(id -> !ids.contains(id)).ifPresent(ids::add);
    parentUserId.filter(id -> !ids.contains(id)).ifPresent(ids::add);
    return ids;
  }

  /** The number without the plus sign that it has in some places and not in others. */
  private Optional<String> number() {
    return waId.filter(Person::isSigned).isPresent() ? waId.map(id -> id.substring(1)) : waId;
  }

  private static boolean isSigned(String id) {
    return id.length() > 1 && id.charAt(0) == '+' && isNumber(id, 1);
  }

  private static boolean isPhone(String id) {
    return id.length() >= SHORTEST_PHONE && id.length() <= LONGEST_PHONE && isNumber(id, 0);
  }

  private static boolean isNumber(String id, int from) {
    for (int i = from; i < id.length(); i++) {
      if (id.charAt(i) < '0' || id.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** Says nothing about who it is. */
  @Override
  public String toString() {
    return "Person[***]";
  }
}
