// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.config.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Puts a preset together from the files it includes. What a file says itself wins; objects are
 * merged member by member, everything else is replaced, and {@code null} takes a member away.
 */
final class Includes {
  private final BiFunction<String, String, JsonNode> reader;
  private final List<PresetSource> sources = new ArrayList<>();

  /**
   * @param reader reads a file by name; the second argument is the place that names it, for
   *     messages
   */
  Includes(BiFunction<String, String, JsonNode> reader) {
    this.reader = reader;
  }

  /** The files read, the including before the included. */
  List<PresetSource> sources() {
    return List.copyOf(sources);
  }

  JsonNode load(String name, String place) {
    return load(name, place, List.of());
  }

  private JsonNode load(String name, String place, List<String> chain) {
    if (chain.contains(name)) {
      throw new ConfigurationException(
          place
              + ": includes itself: "
              + String.join(" → ", chain)
              + " → "
              + name
              + ". Take one include away");
    }
    JsonNode own = reader.apply(name, place);
    sources.add(new PresetSource(name, own));
    if (!(own instanceof ObjectNode object) || !object.has("include")) {
      return own;
    }
    JsonNode included = object.get("include");
    List<String> inner = new ArrayList<>(chain);
    inner.add(name);
    ObjectNode merged = object.objectNode();
    for (JsonNode each : included.isArray() ? included : List.of(included)) {
      String wanted = PresetFile.nameBeside(name, each.asText());
      if (load(wanted, name + ": include", inner) instanceof ObjectNode found) {
        merge(merged, found);
      }
    }
    merge(merged, object);
    merged.remove("include");
    return merged;
  }

  private static void merge(ObjectNode into, ObjectNode newer) {
    for (Map.Entry<String, JsonNode> member : newer.properties()) {
      JsonNode there = into.get(member.getKey());
      if (member.getValue().isNull()) {
        into.remove(member.getKey());
      } else if (there instanceof ObjectNode old && member.getValue() instanceof ObjectNode more) {
        ObjectNode both = old.deepCopy();
        merge(both, more);
        into.set(member.getKey(), both);
      } else {
        into.set(member.getKey(), member.getValue());
      }
    }
  }
}
