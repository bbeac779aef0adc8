// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.crm.rest.CallResult.Answered;
import dev.gapless.crm.rest.CallResult.Lost;
import dev.gapless.crm.rest.CallResult.NotDone;
import dev.gapless.crm.rest.preset.Condition;
import dev.gapless.crm.rest.preset.Request;
import dev.gapless.crm.rest.preset.Rule;
import dev.gapless.crm.rest.preset.Verdict;
import dev.gapless.crm.rest.template.Values;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Calls that change nothing. An answer is believed only if it has the expected shape: "nothing
 * found" must never be read out of an error page.
 */
final class Reads {
  private final CrmCalls calls;
  private final List<Rule> rules;

  Reads(CrmCalls calls, List<Rule> rules) {
    this.calls = calls;
    this.rules = rules;
  }

  /** What the CRM says to a question. */
  sealed interface Answer {}

  /** An answer of the expected shape. */
  record Found(JsonNode body) implements Answer {}

  /** The CRM says in its own way that there is nothing. */
  record Nothing() implements Answer {}

  /** None, and why. */
  record Refused(Refusal refusal) implements Answer {}

  Answer call(Request request, Values values, Predicate<JsonNode> shape, String what) {
    return call(request, values, Optional.empty(), shape, what);
  }

  /** Asks; an answer that fits {@code noneWhen} is nothing found, whatever its status. */
  Answer call(
      Request request,
      Values values,
      Optional<Condition> noneWhen,
      Predicate<JsonNode> shape,
      String what) {
    CallResult result = calls.call(request, values);
    if (result instanceof NotDone notDone) {
      return new Refused(notDone.refusal());
    } else if (result instanceof Lost lost) {
      return new Refused(Refusal.of(Category.OUTAGE, Scope.CONNECTION, "", lost.reason()));
    }
    Answered answer = (Answered) result;
    return noneWhen.filter(none -> none.fits(answer.status(), answer.body())).isPresent()
        ? new Nothing()
        : read(answer, shape, what);
  }

  /** The answer came but cannot be understood. */
  Refusal unreadable(String what) {
    return Refusal.of(
        Category.SETUP,
        Scope.CONNECTION,
        "",
        what
            + " was answered in a form the preset does not describe. Check url and preset, and what"
            + " stands between us and the CRM");
  }

  private Answer read(Answered answer, Predicate<JsonNode> shape, String what) {
    Optional<Rule> rule = Verdicts.first(rules, answer.status(), answer.body());
    if (rule.isPresent() && rule.get().then() instanceof Verdict.Refused verdict) {
      return new Refused(Verdicts.refusal(rule.get(), verdict, answer));
    }
    if (!answer.isSuccess()) {
      Refusal refusal = Defaults.reading(answer.status(), what);
      return new Refused(answer.retryAfter().map(refusal::retryAfter).orElse(refusal));
    }
    return shape.test(answer.body()) ? new Found(answer.body()) : new Refused(unreadable(what));
  }
}
