// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Refusal;
import dev.gapless.crm.rest.CallResult.Answered;
import dev.gapless.crm.rest.preset.Rule;
import dev.gapless.crm.rest.preset.Verdict;
import dev.gapless.http.entry.SafeName;
import java.util.List;
import java.util.Optional;

/** Applies the rules of a preset. */
final class Verdicts {
  private Verdicts() {}

  /** The first rule that fits. */
  static Optional<Rule> first(List<Rule> rules, int status, JsonNode body) {
    return rules.stream().filter(rule -> rule.when().fits(status, body)).findFirst();
  }

  /**
   * Whether a rule's "no" proves that nothing was written: after a 5xx only if the preset says so.
   */
  static boolean provesNothingWritten(Rule rule, int status) {
    return status < 500 || rule.notProcessed();
  }

  /** The refusal of a rule whose verdict is one. */
  static Refusal refusal(Rule rule, Verdict.Refused verdict, Answered answer) {
    String code = rule.code().map(at -> SafeName.of(answer.body().at(at).asText(""))).orElse("");
    String field = rule.field().map(at -> SafeName.of(answer.body().at(at).asText(""))).orElse("");
    String detail =
        "the CRM answered with status "
            + answer.status()
            + (field.isEmpty() ? "" : " for the field " + field)
            + rule.remedy().map(remedy -> ". " + remedy).orElse("");
    Refusal refusal = Refusal.of(verdict.category(), rule.scope(), code, detail);
    return answer
        .retryAfter()
        .or(() -> rule.pause().map(pause -> pause.from(answer.at())))
        .map(refusal::retryAfter)
        .orElse(refusal);
  }
}
