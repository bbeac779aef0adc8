// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.payload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** One level of nesting above the elements, with its place and what the levels above it say. */
public record Level(Place place, Frame frame) {
  /** The content at this level. */
  public JsonNode json() {
    return place.json();
  }

  /** The levels in the array under the name, as {@link Place#children(String)}. */
  List<Level> children(String name) {
    List<Place> places = place.children(name);
    List<Level> children = new ArrayList<>(places.size());
    for (Place child : places) {
      children.add(new Level(child, frame));
    }
    return children;
  }

  /** The part under the name, even if it is missing. */
  Level child(String name) {
    return new Level(place.below(json().path(name), name), frame);
  }

  /** This level less a part that has been read already. */
  public Level without(String name) {
    if (!json().has(name)) {
      return this;
    }
    ObjectNode rest = json().deepCopy();
    rest.remove(name);
    return new Level(place.with(rest), frame);
  }

  /** This level with what it says about itself. */
  Level opened() {
    return new Level(place, frame.inside(json()));
  }

  /** The place as items name it: the body itself has the path {@value Envelope#ROOT}. */
  public Place named() {
    return place.isBody() ? new Place(json(), Envelope.ROOT) : place;
  }
}
