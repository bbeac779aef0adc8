// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.Action;
import dev.gapless.api.Interaction;
import dev.gapless.api.channel.Item;
import dev.gapless.http.payload.Fields;
import dev.gapless.http.payload.Guard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a page that was read back holds. Each element is brought into the form its webhook has and
 * then read as that, so that both give the same keys.
 */
enum Fetched {
  POSTS,
  COMMENTS,
  RATINGS,
  MESSAGES,
  MEDIA_COMMENTS;

  /** The field that says what stands in {@code data}; no webhook has it. */
  static final String FIELD = "fetched";

  /** The field that says below what it stands. */
  static final String BELOW = "below";

  /** The field that says which comment on media its elements answer. */
  static final String ANSWERED = "answered";

  /** The field that holds the company's own user name. */
  static final String HANDLE = "handle";

  private final String word = name().toLowerCase(Locale.ROOT);

  String word() {
    return word;
  }

  /** Whether a body is a page that was read back, whole and with nothing on it. */
  static boolean isEmptyPage(JsonNode body) {
    JsonNode entries = body.path("entry");
    return body.has(FIELD)
        && body.has("object")
        && entries.isArray()
        && entries.isEmpty()
        && body.size() == FetchedPage.FIELDS;
  }

  static Optional<Fetched> in(JsonNode entry) {
    String word = entry.path(FIELD).asText();
    if (word.isEmpty()) {
      return Optional.empty();
    }
    for (Fetched kind : values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /**
   * An item for each element, oldest first, and one more after each that says whether it is hidden.
   */
  List<Item> items(Element entry) {
    List<Item> items = new ArrayList<>();
    for (Element one : oldestFirst(entry.children("data"))) {
      items.addAll(one.json().isObject() ? items(one, entry) : List.of(one.unexpectedType()));
    }
    return items;
  }

  /** Lists come newest first, and times in whole seconds do not tell all of them apart. */
  private static List<Element> oldestFirst(List<Element> list) {
    List<Element> turned = new ArrayList<>(list);
    Collections.reverse(turned);
    return turned;
  }

  private List<Item> items(Element one, Element entry) {
    Optional<String> below = Fields.id(entry.json(), BELOW);
    return switch (this) {
      case POSTS -> feed(one, FetchedPost.value(one.json()));
      case COMMENTS -> feed(one, FetchedComment.value(one.json(), below.orElse("")));
      case RATINGS -> feed(one, FetchedRating.value(one.json()));
      case MESSAGES ->
          List.of(read(one, FetchedMessage.event(one.json()), event -> message(event, below)));
      case MEDIA_COMMENTS ->
          comments(
              one,
              new FetchedMediaComment(
                  below.orElse(""), entry.account(), Fields.text(entry.json(), HANDLE)),
              Fields.text(entry.json(), ANSWERED));
    };
  }

  private static List<Item> feed(Element one, ObjectNode value) {
    return shown(one, read(one, value, FeedReader::copy), "is_hidden");
  }

  private static List<Item> comments(
      Element one, FetchedMediaComment form, Optional<String> answered) {
    List<Item> items = new ArrayList<>(comment(one, form, answered));
    Optional<String> parent = Fields.text(one.json(), "id");
    for (Element reply : oldestFirst(one.child(Reach.REPLIES).children("data"))) {
      items.addAll(
          reply.json().isObject() ? comment(reply, form, parent) : List.of(reply.unexpectedType()));
    }
    return items;
  }

  private static List<Item> comment(
      Element one, FetchedMediaComment form, Optional<String> answered) {
    return shown(one, read(one, form.value(one.json(), answered), InstagramReader::copy), "hidden");
  }

  /** The copy, and that it is hidden or shown if that is said; since when is not. */
  private static List<Item> shown(Element one, Item copy, String field) {
    if (!(copy instanceof Item.Contact contact) || !one.json().hasNonNull(field)) {
      return List.of(copy);
    }
    Action action = Fields.isTrue(one.json(), field) ? Action.HIDDEN : Action.SHOWN;
    Instant now = one.receivedAt();
    Interaction reading = contact.interaction().toBuilder().action(action).changedAt(now).build();
    String change = "observed:" + action.label() + ":" + now.toEpochMilli();
    return List.of(copy, new Item.Contact(one.path() + "." + field, change, reading));
  }

  private static Item message(Element event, Optional<String> thread) {
    Talk talk = Talk.of(event).orIn(thread);
    DirectDraft draft =
        new DirectDraft(event, event.with(event.json().path("message")), talk, false);
    return talk.conversation().isPresent()
        ? MessageReader.copy(draft)
        : event.unreadable("names nobody: from and to are missing");
  }

  private static Item read(Element one, ObjectNode form, Function<Element, Item> reader) {
    Element read = one.with(form);
    return Guard.read(() -> reader.apply(read), one::unreadable);
  }
}
