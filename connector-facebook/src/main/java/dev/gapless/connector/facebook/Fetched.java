// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.channel.Item;
import dev.gapless.http.payload.Fields;
import dev.gapless.http.payload.Guard;
import java.util.ArrayList;
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

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a body is a page that was read back and has nothing on it. */
  static boolean isEmptyPage(JsonNode body) {
    return body.has(FIELD) && body.path("entry").isEmpty();
  }

  static Optional<Fetched> in(JsonNode entry) {
    String word = entry.path(FIELD).asText();
    for (Fetched kind : values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** An item for each element, and one more for each that is hidden. */
  List<Item> items(Element entry) {
    String below = Fields.id(entry.json(), BELOW).orElse("");
    List<Item> items = new ArrayList<>();
    for (Element one : entry.children("data")) {
      items.addAll(one.json().isObject() ? items(one, below) : List.of(one.unexpectedType()));
    }
    return items;
  }

  private List<Item> items(Element one, String below) {
    return switch (this) {
      case POSTS -> feed(one, FetchedPost.value(one.json()));
      case COMMENTS -> feed(one, FetchedComment.value(one.json(), below));
      case RATINGS -> feed(one, FetchedRating.value(one.json()));
      case MESSAGES -> List.of(read(one, FetchedMessage.event(one.json()), Fetched::message));
      case MEDIA_COMMENTS -> comments(one, below);
    };
  }

  private static List<Item> feed(Element one, ObjectNode value) {
    List<Item> items = new ArrayList<>();
    items.add(read(one, value, FeedReader::copy));
    if (Fields.isTrue(one.json(), "is_hidden")) {
      Element hidden = one.child("is_hidden").with(value);
      items.add(Guard.read(() -> FeedReader.hiddenCopy(hidden), hidden::unreadable));
    }
    return items;
  }

  private static List<Item> comments(Element one, String media) {
    List<Item> items = new ArrayList<>();
    JsonNode json = one.json();
    items.add(read(one, instagram(json, media, Optional.empty()), InstagramReader::copy));
    Optional<String> parent = Fields.text(json, "id");
    for (Element reply : one.child("replies").children("data")) {
      ObjectNode value = instagram(reply.json(), media, parent);
      items.add(read(reply, value, InstagramReader::copy));
    }
    return items;
  }

  private static ObjectNode instagram(JsonNode comment, String media, Optional<String> parent) {
    ObjectNode value = JsonNodeFactory.instance.objectNode();
    comment.properties().forEach(field -> value.set(field.getKey(), field.getValue()));
    value.remove("replies");
    value.putObject("media").put("id", media);
    parent.filter(id -> !value.has("parent_id")).ifPresent(id -> value.put("parent_id", id));
    if (!value.has("from")) {
      ObjectNode from = value.putObject("from");
      Fields.text(comment.path("user"), "id").ifPresent(id -> from.put("id", id));
      Fields.text(comment, "username").ifPresent(name -> from.put("username", name));
    }
    return value;
  }

  private static Item message(Element event) {
    DirectDraft draft =
        new DirectDraft(event, event.with(event.json().path("message")), Talk.of(event), false);
    return draft.talk().isIdentified()
        ? MessageReader.copy(draft)
        : event.unreadable("names nobody: from and to are missing");
  }

  private static Item read(Element one, ObjectNode form, Function<Element, Item> reader) {
    Element read = one.with(form);
    return Guard.read(() -> reader.apply(read), one::unreadable);
  }
}
