// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes from several sources in turn: the first of each, then the second of each, and so on. */
final class InTurn {
  /** The beginning of a source: that many, or all it has if they are fewer. */
  @FunctionalInterface
  interface Beginning<S, T> {
    List<T> of(S source, int many);
  }

  private InTurn() {}

  /** Up to {@code wanted}; of a long source not much more is read than is taken. */
  static <S, T> List<T> take(List<S> sources, int wanted, Beginning<S, T> beginning) {
    Map<S, List<T>> read = new LinkedHashMap<>();
    sources.forEach(source -> read.put(source, List.of()));
    int asked = 0;
    int each = sources.isEmpty() ? 0 : (wanted + sources.size() - 1) / sources.size();
    while (size(read.values()) < wanted && mayHaveMore(read.values(), asked)) {
      int before = asked;
      int now = each;
      read.replaceAll((source, items) -> items.size() < before ? items : beginning.of(source, now));
      asked = now;
      each = 2 * now;
    }
    return inTurn(read.values(), Math.min(wanted, size(read.values())));
  }

  private static <T> int size(Collection<List<T>> sources) {
    return sources.stream().mapToInt(List::size).sum();
  }

  private static <T> boolean mayHaveMore(Collection<List<T>> sources, int asked) {
    return sources.stream().anyMatch(items -> items.size() >= asked);
  }

  private static <T> List<T> inTurn(Collection<List<T>> sources, int many) {
    List<T> taken = new ArrayList<>();
    for (int place = 0; taken.size() < many; place++) {
      for (List<T> items : sources) {
        if (place < items.size() && taken.size() < many) {
          taken.add(items.get(place));
        }
      }
    }
    return taken;
  }
}
