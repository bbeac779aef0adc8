// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import dev.gapless.crm.salesforce.answer.Fault;
import dev.gapless.crm.salesforce.answer.Meaning;
import dev.gapless.http.entry.SafeName;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an answer, or a row or part of it, means.
 *
 * @param at which row or part; empty for the whole
 * @param code Salesforce's own; empty if it gave none
 * @param fields the fields it names
 * @param category {@code ok}; of a refusal, as {@code locked}; {@code already-there}, {@code
 *     not-tried} or {@code unknown} where nothing is refused
 * @param scope {@code entry}, {@code batch} or {@code connection}
 * @param retryAfter how long the adapter asks the engine to wait; empty leaves it to the back-off
 * @param action what somebody, or the engine, does about it
 * @param source the page it comes from
 */
public record AnswerMeaning(
    String at,
    String code,
    List<String> fields,
    String category,
    String scope,
    Optional<Duration> retryAfter,
    String action,
    String source) {

  AnswerMeaning withRetryAfter(Optional<Duration> asked) {
    Optional<Duration> wait = category.equals("ok") ? retryAfter : asked.or(() -> retryAfter);
    return new AnswerMeaning(at, code, fields, category, scope, wait, action, source);
  }

  static AnswerMeaning ok(String at) {
    return new AnswerMeaning(
        at.strip(), "", List.of(), "ok", "entry", Optional.empty(), "Nothing to do", "");
  }

  static AnswerMeaning of(String at, Fault fault, Meaning meaning) {
    return new AnswerMeaning(
        at.strip(),
        SafeName.of(fault.code()),
        fault.fields(),
        category(meaning),
        word(meaning.scope()),
        meaning.pause(),
        meaning.action(),
        meaning.source());
  }

  private static String category(Meaning meaning) {
    return switch (meaning.then()) {
      case REFUSED, RENEW -> word(meaning.category());
      case CHECK_KEY -> "already-there";
      case NOT_TRIED, UNKNOWN -> word(meaning.then());
    };
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
