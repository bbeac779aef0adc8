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
 */
record Cursor(Optional<String> outer, boolean done, List<Inner> inner) {
  static final Cursor START = new Cursor(Optional.empty(), false, List.of());

  /**
   * A list below an element of the list.
   *
   * @param id the element
   * @param page the next page of it
   */
  record Inner(String id, String page) {}

  Cursor {
    inner = List.copyOf(inner);
  }

  /** Reads {@link #text()} back; anything else is the start. */
  static Cursor parse(String text) {
    return Body.inner(text).map(Cursor::read).orElse(START);
  }

  private static Cursor read(JsonNode json) {
    List<Inner> inner = new ArrayList<>();
    for (JsonNode one : json.path("inner")) {
      Fields.text(one, "id").ifPresent(id -> inner.add(new Inner(id, one.path("page").asText())));
    }
    return new Cursor(Fields.text(json, "outer"), Fields.isTrue(json, "done"), inner);
  }

  private String text() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    outer.ifPresent(page -> json.put("outer", page));
    ArrayNode list = json.put("done", done).putArray("inner");
    inner.forEach(one -> list.addObject().put("id", one.id()).put("page", one.page()));
    return json.toString();
  }

  /** In the form in which the engine keeps it; empty when nothing is left to read. */
  Optional<String> more() {
    return done && inner.isEmpty() ? Optional.empty() : Optional.of(text());
  }

  /** After a page of the list itself. */
  Cursor after(Optional<String> nextPage, List<Inner> below) {
    return new Cursor(nextPage, nextPage.isEmpty(), below);
  }

  /** After a page of the first list below; it is finished if there is no next page. */
  Cursor afterInner(Optional<String> nextPage) {
    List<Inner> left = new ArrayList<>();
    nextPage.ifPresent(page -> left.add(new Inner(inner.get(0).id(), page)));
    left.addAll(inner.subList(1, inner.size()));
    return new Cursor(outer, done, left);
  }
}
