// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.answer;

import dev.gapless.api.Refusal;
import dev.gapless.http.entry.SafeName;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a complaint means.
 *
 * @param then what to do
 * @param category of the refusal; where nothing is refused, what it comes nearest to
 * @param scope how far it reaches
 * @param pause how long to wait before the next try, if the platform's pace is known
 * @param action what somebody, or we, do about it: one sentence
 * @param source the page or the place this comes from
 */
public record Meaning(
    Then then,
    Refusal.Category category,
    Refusal.Scope scope,
    Optional<Duration> pause,
    String action,
    String source) {

  /** What is done about a complaint. */
  public enum Then {
    /** The platform said no, and certainly did not do it. */
    REFUSED,
    /** The session is no good: one new one, then the same again. */
    RENEW,
    /** Something has our key: it is ours if a look proves it. */
    CHECK_KEY,
    /** Undone or left out because of a neighbour. */
    NOT_TRIED,
    /** Nobody knows whether it was done. */
    UNKNOWN
  }

  /** The refusal, naming the platform's code and fields and nothing else of what it said. */
  public Refusal refusal(Fault fault, int status) {
    String code = SafeName.of(fault.code());
    String about =
        fault.fields().isEmpty()
            ? ""
            : fault.fields().stream().collect(Collectors.joining(", ", "fields ", ". "));
    String answered = code.isEmpty() ? "Salesforce answered with status " + status + ". " : "";
    Refusal refusal = Refusal.of(category, scope, code, answered + about + action);
    return pause.map(refusal::retryAfter).orElse(refusal);
  }
}
