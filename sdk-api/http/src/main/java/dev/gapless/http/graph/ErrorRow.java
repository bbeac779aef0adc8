// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph;

import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one code, or a range of codes, means to us.
 *
 * @param subcode empty if any will do
 * @param pause how long to stay away if the answer does not say
 * @param page key of the page it comes from
 */
record ErrorRow(
    int from,
    int to,
    Optional<Integer> subcode,
    Category category,
    Scope scope,
    Optional<Duration> pause,
    String page,
    String meaning,
    String remedy) {

  static ErrorRow of(List<String> cells) {
    String[] range = cells.get(0).split("-", 2);
    return new ErrorRow(
        Integer.parseInt(range[0]),
        Integer.parseInt(range[range.length - 1]),
        given(cells.get(1)).map(Integer::valueOf),
        Category.valueOf(cells.get(2)),
        Scope.valueOf(cells.get(3)),
        given(cells.get(4)).map(Duration::parse),
        cells.get(5),
        cells.get(6),
        cells.get(7));
  }

  private static Optional<String> given(String cell) {
    return Optional.of(cell).filter(text -> !text.isEmpty());
  }

  boolean fits(GraphError error) {
    return from <= error.code()
        && error.code() <= to
        && subcode.map(own -> own == error.subcode()).orElse(true);
  }

  /** How closely it describes a code: with its subcode, by itself, as one of a range. */
  int precision() {
    return (subcode.isPresent() ? 2 : 0) + (from == to ? 1 : 0);
  }

  Refusal refusal(GraphError error, Optional<Duration> askedWait) {
    String trace = error.trace().map(id -> " (trace " + id + ")").orElse("");
    Refusal refusal = Refusal.of(category, scope, error.name(), meaning + ". " + remedy + trace);
    boolean asks = category == Category.THROTTLED;
    return (asks ? askedWait.or(() -> pause) : pause).map(refusal::retryAfter).orElse(refusal);
  }
}
