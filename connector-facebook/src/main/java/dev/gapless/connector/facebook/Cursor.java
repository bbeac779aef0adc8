// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.http.payload.Body;
import dev.gapless.http.payload.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a sweep stands: in the list of posts, conversations or media, and in the lists below some
 * of them that go on after their first page.
 *
 * @param outer the next page of the list itself; empty at its start
 * @param done whether the list itself has come to its end
 * @param inner lists below that are still to be read
 * @param restarts how often the platform had forgotten where we were
 */
record Cursor(Optional<String> outer, boolean done, List<Inner> inner, int restarts) {
  static final Cursor START = new Cursor(Optional.empty(), false, List.of(), 0);

  /**
   * A list below an element of the list.
   *
   * @param id the element
   * @param page the next page of it; blank for the first
   * @param restarts how often the platform had forgotten where we were in it
   */
  record Inner(String id, String page, int restarts) {
    /** The same list from its start. */
    Inner restarted() {
      return new Inner(id, "", restarts + 1);
    }
  }

  Cursor {
    inner = List.copyOf(inner);
  }

  /** Reads {@link #text()} back; anything else is the start. */
  static Cursor parse(String text) {
    return Body.inner(text).map(Cursor::read).orElse(START);
  }

  private static Cursor read(JsonNode json) {
    List<Inner> inner = new ArrayList<>();
    json.path("inner")
        .forEach(
            one ->
                inner.add(
                    new Inner(
                        one.path("id").asText(),
                        one.path("page").asText(),
                        one.path("restarts").asInt(0))));
    inner.removeIf(one -> one.id().isBlank());
    return new Cursor(
        Fields.text(json, "outer"),
        Fields.isTrue(json, "done"),
        inner,
        json.path("restarts").asInt(0));
  }

  String text() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    outer.ifPresent(page -> json.put("outer", page));
    json.put("done", done).put("restarts", restarts);
    ArrayNode list = json.putArray("inner");
    inner.forEach(
        one ->
            list.addObject()
                .put("id", one.id())
                .put("page", one.page())
                .put("restarts", one.restarts()));
    return json.toString();
  }

  /** Empty when nothing is left to read. */
  Optional<String> more() {
    return done && inner.isEmpty() ? Optional.empty() : Optional.of(text());
  }

  /** After a page of the list itself. */
  Cursor after(Optional<String> nextPage, List<Inner> below) {
    return new Cursor(nextPage, nextPage.isEmpty(), below, restarts);
  }

  /** After a page of the first list below; it is finished if there is no next page. */
  Cursor afterInner(Optional<String> nextPage) {
    Inner read = inner.get(0);
    return first(nextPage.map(page -> new Inner(read.id(), page, read.restarts())));
  }

  /** The first list below from its start, once more. */
  Cursor restartedInner() {
    return first(Optional.of(inner.get(0).restarted()));
  }

  private Cursor first(Optional<Inner> next) {
    List<Inner> left = new ArrayList<>(next.stream().toList());
    left.addAll(inner.subList(1, inner.size()));
    return new Cursor(outer, done, left, restarts);
  }

  /** The list itself from its start, once more. */
  Cursor restarted() {
    return new Cursor(Optional.empty(), false, List.of(), restarts + 1);
  }
}
