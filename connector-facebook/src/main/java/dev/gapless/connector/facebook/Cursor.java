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
 * @param below lists below that are still to be read
 * @param most how many elements of a list are asked for at once, from 1 to {@value #MOST}
 */
record Cursor(Optional<String> outer, boolean done, List<Below> below, int most) {
  static final int MOST = 50;
  static final Cursor START = new Cursor(Optional.empty(), false, List.of(), MOST);

  Cursor {
    below = List.copyOf(below);
    most = Math.max(1, Math.min(MOST, most));
  }

  /** Reads {@link #text()} back; anything else is the start. */
  static Cursor parse(String text) {
    return Body.inner(text).map(Cursor::read).orElse(START);
  }

  private static Cursor read(JsonNode json) {
    List<Below> below = new ArrayList<>();
    json.path("inner").forEach(one -> Below.read(one).ifPresent(below::add));
    return new Cursor(
        Fields.text(json, "outer"),
        Fields.isTrue(json, "done"),
        below,
        json.path("most").asInt(MOST));
  }

  private String text() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    outer.ifPresent(page -> json.put("outer", page));
    ArrayNode list = json.put("done", done).put("most", most).putArray("inner");
    below.forEach(one -> list.add(one.json()));
    return json.toString();
  }

  /** In the form in which the engine keeps it; empty when nothing is left to read. */
  Optional<String> more() {
    return done && below.isEmpty() ? Optional.empty() : Optional.of(text());
  }

  /** The list below that comes next; the list itself comes again when none is left. */
  Optional<Below> next() {
    return below.stream().findFirst();
  }

  /** After a page of the list itself. */
  Cursor after(Optional<String> nextPage, List<Below> found) {
    return new Cursor(nextPage, nextPage.isEmpty(), found, wider());
  }

  /** After a page of the first list below; what it left to be read takes its place. */
  Cursor afterBelow(List<Below> left) {
    List<Below> all = new ArrayList<>(left);
    all.addAll(below.subList(1, below.size()));
    return new Cursor(outer, done, all, wider());
  }

  /** The same page again with half as much on it; empty if it has one element already. */
  Optional<Cursor> narrower() {
    return most == 1 ? Optional.empty() : Optional.of(new Cursor(outer, done, below, most / 2));
  }

  /** What was too much for one page need not be too much for the next. */
  private int wider() {
    return most * 2;
  }
}
