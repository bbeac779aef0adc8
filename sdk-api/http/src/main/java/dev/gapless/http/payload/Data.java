// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.payload;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects what else the platform said, under stable names and in the order it is added. Not safe
 * for use by several threads.
 */
public final class Data {
  // Most collect nothing.
  private Map<String, String> entries = Map.of();

  /** Nothing collected yet. */
  public Data() {}

  /** A value, if there is one; a later one of the same name replaces it. */
  public Data add(String key, Optional<String> value) {
    if (value.isPresent()) {
      put(key, value.get());
    }
    return this;
  }

  /** A mark that is there or not. */
  public Data mark(String key, boolean there) {
    if (there) {
      put(key, "true");
    }
    return this;
  }

  /** Each field that has a text or number, as {@code prefix.field}. */
  public Data addAll(String prefix, JsonNode object, List<String> fields) {
    if (!object.isEmpty()) {
      for (String field : fields) {
        Optional<String> text = Fields.text(object, field);
        if (text.isPresent()) {
          put(prefix + "." + field, text.get());
        }
      }
    }
    return this;
  }

  /** All that the other has. */
  public Data addAll(Data other) {
    other.entries.forEach(this::put);
    return this;
  }

  private void put(String key, String value) {
    if (entries.isEmpty()) {
      entries = new LinkedHashMap<>();
    }
    entries.put(key, value);
  }

  /** What was collected, in its order. */
  public Map<String, String> toMap() {
    return entries;
  }
}
