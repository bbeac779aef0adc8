// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.payload;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A part of a body and where it stands. */
public final class Place {
  private final JsonNode json;
  private final String path;

  /**
   * @param path as {@code entry[0].changes[1].value}; blank for a body whose parts are meant
   */
  public Place(JsonNode json, String path) {
    this.json = json;
    this.path = path;
  }

  /** The content. */
  public JsonNode json() {
    return json;
  }

  /** As {@code entry[0].changes[1].value}; blank for a body whose parts are meant. */
  public String path() {
    return path;
  }

  /** Whether it is a body whose parts are meant. */
  boolean isBody() {
    return path.isEmpty();
  }

  /** The content as it stands below this, under a name that may be shown. */
  public Place below(JsonNode part, String name) {
    return new Place(part, pathBelow(name));
  }

  private String pathBelow(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** Other content in the same place: a reading of it in another form. */
  public Place with(JsonNode other) {
    return new Place(other, path);
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
    String listPath = pathBelow(shown(name));
    List<Place> children = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      children.add(new Place(list.path(i), listPath + "[" + i + "]"));
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
    return "Place[" + path + "]";
  }
}
