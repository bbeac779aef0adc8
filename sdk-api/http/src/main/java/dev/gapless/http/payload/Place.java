// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.payload;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a body and where it stands.
 *
 * @param path as {@code entry[0].changes[1].value}; blank for a body whose parts are meant
 */
public record Place(JsonNode json, String path) {
  /**
   * The parts of the array under the name. Something that is no array counts as its one part;
   * {@code null} counts as nothing.
   */
  public List<Place> children(String name) {
    JsonNode list = json.path(name);
    String at = path.isEmpty() ? shown(name) : path + "." + shown(name);
    if (!list.isArray()) {
      return list.isNull() || list.isMissingNode() ? List.of() : List.of(new Place(list, at));
    }
    List<Place> children = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      children.add(new Place(list.path(i), at + "[" + i + "]"));
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
