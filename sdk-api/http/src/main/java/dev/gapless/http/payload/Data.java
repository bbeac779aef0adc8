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
  private final Map<String, String> entries = new LinkedHashMap<>();

  /** Nothing collected yet. */
  public Data() {}

  /** A value, if there is one; a later one of the same name replaces it. */
  public Data add(String key, Optional<String> value) {
    value.ifPresent(text -> entries.put(key, text));
    return this;
  }

  /** A mark that is there or not. */
  public Data mark(String key, boolean there) {
    return there ? add(key, Optional.of("true")) : this;
  }

  /** Each field that has a text or number, as {@code prefix.field}. */
  public Data addAll(String prefix, JsonNode object, List<String> fields) {
    fields.forEach(field -> add(prefix + "." + field, Fields.text(object, field)));
    return this;
  }

  /** All that the other has. */
  public Data addAll(Data other) {
    entries.putAll(other.entries);
    return this;
  }

  /** What was collected, in its order. */
  public Map<String, String> toMap() {
    return entries;
  }
}
