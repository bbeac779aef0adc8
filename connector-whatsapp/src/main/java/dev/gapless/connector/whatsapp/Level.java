// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One level of nesting above the elements, with its place and what the levels above it say. */
record Level(JsonNode json, String path, Frame frame) {
  /** The levels in the array under the name; something that is no array counts as its one level. */
  List<Level> children(String name) {
    JsonNode list = json.path(name);
    String at = path.isEmpty() ? name : path + "." + name;
    if (!list.isArray()) {
      return list.isNull() || list.isMissingNode() ? List.of() : List.of(inside(list, at));
    }
    List<Level> children = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      children.add(inside(list.path(i), at + "[" + i + "]"));
    }
    return children;
  }

  /** This level with what it says about itself. */
  Level opened() {
    return new Level(json, path, frame.inside(json));
  }

  Element element(Receipt receipt) {
    String place = path.isEmpty() ? Envelope.ROOT : path;
    return new Element(json, place, new Scope(receipt, frame, json));
  }

  private Level inside(JsonNode child, String at) {
    return new Level(child, at, frame);
  }

  /** The place only: the rest is content. */
  @Override
  public String toString() {
    return "Level[" + path + "]";
  }
}
