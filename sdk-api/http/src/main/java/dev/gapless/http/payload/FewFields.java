// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.payload;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object in their order. Most objects have a handful, and those are made and
 * searched faster side by side than in a hash table, which costs more to make than the rest of the
 * object. For {@value #MOST} fields at most: searching is linear. Most of what is looked for is not
 * there, which a sketch of the names tells without searching.
 */
final class FewFields extends AbstractMap<String, JsonNode> {
  /** How many are few. */
  static final int MOST = 16;

  private static final int FIRST_ROOM = 4;

  private String[] names = new String[FIRST_ROOM];
  private JsonNode[] values = new JsonNode[FIRST_ROOM];
  private int size;
  // Has the bit of each name.
  private long sketch;

  @Override
  public int size() {
    return size;
  }

  @Override
  public @Nullable JsonNode get(@Nullable Object name) {
    int at = find(name);
    return at < 0 ? null : values[at];
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return find(name) >= 0;
  }

  private int find(@Nullable Object name) {
    if (name != null && (sketch & bit(name)) != 0) {
      for (int i = 0; i < size; i++) {
        if (names[i].equals(name)) {
          return i;
        }
      }
    }
    return -1;
  }

  private static long bit(Object name) {
    return 1L << name.hashCode();
  }

  @Override
  public @Nullable JsonNode put(String name, JsonNode value) {
    int at = find(name);
    if (at < 0) {
      append(name, value);
      return null;
    }
    JsonNode before = values[at];
    values[at] = value;
    return before;
  }

  /** Adds a field that is not there yet, which is not looked at again. */
  void append(String name, JsonNode value) {
    if (size == names.length) {
      names = Arrays.copyOf(names, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    names[size] = name;
    values[size++] = value;
    sketch |= bit(name);
  }

  @Override
  public Set<Map.Entry<String, JsonNode>> entrySet() {
    return new Entries();
  }

  /** A view; what is found in it cannot be changed. */
  private final class Entries extends AbstractSet<Map.Entry<String, JsonNode>> {
    @Override
    public int size() {
      return size;
    }

    @Override
    public Iterator<Map.Entry<String, JsonNode>> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < size;
        }

        @Override
        public Map.Entry<String, JsonNode> next() {
          if (next == size) {
            throw new NoSuchElementException();
          }
          return new SimpleImmutableEntry<>(names[next], values[next++]);
        }
      };
    }
  }
}
