// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.payload;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A part of a body and where it stands. */
public final class Place {
  private static final int NO_INDEX = -1;
  private static final int USUAL_PATH = 60;

  private final JsonNode json;
  // Joined when somebody asks: most parts only lead further in.
  private final Optional<Place> above;
  private final String step;
  private final int index;

  private Place(JsonNode json, Optional<Place> above, String step, int index) {
    this.json = json;
    this.above = above;
    this.step = step;
    this.index = index;
  }

  /**
   * @param path as {@code entry[0].changes[1].value}; blank for a body whose parts are meant
   */
  public Place(JsonNode json, String path) {
    this(json, Optional.empty(), path, NO_INDEX);
  }

  /** The content. */
  public JsonNode json() {
    return json;
  }

  /** As {@code entry[0].changes[1].value}; blank for a body whose parts are meant. */
  public String path() {
    StringBuilder out = new StringBuilder(USUAL_PATH);
    append(out);
    return out.toString();
  }

  private void append(StringBuilder out) {
    if (above.isPresent()) {
      above.get().append(out);
    }
    if (!out.isEmpty()) {
      out.append('.');
    }
    out.append(step);
    if (index != NO_INDEX) {
      out.append('[').append(index).append(']');
    }
  }

  /** Whether it is a body whose parts are meant. */
  boolean isBody() {
    return above.isEmpty() && step.isEmpty();
  }

  /** The content as it stands below this, under a name that may be shown. */
  public Place below(JsonNode part, String name) {
    return new Place(part, Optional.of(this), name, NO_INDEX);
  }

  /** Other content in the same place: a reading of it in another form. */
  public Place with(JsonNode other) {
    return new Place(other, above, step, index);
  }

  /**
   * The parts of the array under the name. Something that is no array counts as its one part;
   * {@code null} counts as nothing.
   */
  public List<Place> children(String name) {
    JsonNode list = json.path(name);
    if (!list.isArray()) {
      return list.isNull() || list.isMissingNode() ? List.of() : List.of(below(list, shown(name)));
    }
    Optional<Place> here = Optional.of(this);
    String step = shown(name);
    List<Place> children = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      children.add(new Place(list.path(i), here, step, i));
    }
    return children;
  }

  /** What to say of a part that has the wrong type. */
  public String unexpectedType() {
    return "is " + Fields.typeName(json) + ", expected an object";
  }

  /** A name that could be anything is not shown; its digest tells it from others. */
  private static String shown(String name) {
    return Fields.isWord(name) ? name : "?" + Digest.of(name);
  }

  /** The path only: the rest is content. */
  @Override
  public String toString() {
    return "Place[" + path() + "]";
  }
}
