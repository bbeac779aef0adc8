// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph;

import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The platform's error codes as data: {@code errors.txt}, each row with the page it comes from. */
final class ErrorTable {
  private static final String PAGE = "page";
  private static final List<List<String>> LINES = Table.read("errors.txt");

  /** Addresses of pages by their keys. */
  static final Map<String, String> PAGES =
      LINES.stream()
          .filter(line -> line.get(0).equals(PAGE))
          .collect(Collectors.toUnmodifiableMap(line -> line.get(1), line -> line.get(2)));

  static final List<ErrorRow> ROWS =
      LINES.stream().filter(line -> !line.get(0).equals(PAGE)).map(ErrorRow::of).toList();

  private ErrorTable() {}

  /**
   * What an error means to us. The code decides, then what the platform says about it, then the
   * status: throttling and ended tokens often come with 400.
   *
   * @param askedWait how long the answer asks us to stay away
   */
  static Refusal refusal(GraphError error, int status, Optional<Duration> askedWait) {
    return ROWS.stream()
        .filter(row -> row.fits(error))
        .max(Comparator.comparingInt(ErrorRow::precision))
        .map(row -> row.refusal(error, askedWait))
        .orElseGet(() -> unknown(error, status, askedWait));
  }

  private static Refusal unknown(GraphError error, int status, Optional<Duration> askedWait) {
    Refusal byStatus = byStatus(status, askedWait);
    Category category = error.passing() ? Category.TRANSIENT : byStatus.category();
    Scope scope = error.passing() ? Scope.ENTRY : byStatus.scope();
    String trace = error.trace().map(id -> " (trace " + id + ")").orElse("");
    return new Refusal(
        category,
        scope,
        byStatus.retryAfter(),
        error.name(),
        "an error this release does not know. Look the code up in the platform's list" + trace);
  }

  /** What a status alone says, where no error is named. */
  static Refusal byStatus(int status, Optional<Duration> askedWait) {
    String code = "HTTP " + status;
    if (status == 401) {
      return Refusal.of(
          Category.AUTHENTICATION, Scope.CONNECTION, code, "the token was refused. Renew it");
    } else if (status == 403) {
      return Refusal.of(
          Category.SETUP, Scope.CONNECTION, code, "access is forbidden. Check the token's rights");
    } else if (status == 404 || status == 410) {
      return Refusal.of(Category.GONE, Scope.ENTRY, code, "there is nothing at this address");
    } else if (status == 429) {
      Refusal throttled =
          Refusal.of(Category.THROTTLED, Scope.CONNECTION, code, "too many calls. Nothing to do");
      return askedWait.map(throttled::retryAfter).orElse(throttled);
    } else if (status >= 500) {
      return Refusal.of(
          Category.TRANSIENT, Scope.ENTRY, code, "a fault of the platform. Nothing to do");
    }
    return Refusal.of(Category.INVALID, Scope.ENTRY, code, "the platform refused the request");
  }
}
