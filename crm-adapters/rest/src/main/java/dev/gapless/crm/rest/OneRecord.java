// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.crm.rest.CallResult.Answered;
import dev.gapless.crm.rest.CallResult.Lost;
import dev.gapless.crm.rest.CallResult.NotDone;
import dev.gapless.crm.rest.preset.Made;
import dev.gapless.crm.rest.preset.Rule;
import dev.gapless.crm.rest.preset.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what became of a call that makes one record other than an entry. */
final class OneRecord {
  private final Made shape;
  private final List<Rule> callRules;
  private final String what;

  /**
   * @param what the call's name, for messages
   */
  OneRecord(Made shape, List<Rule> callRules, String what) {
    this.shape = shape;
    this.callRules = callRules;
    this.what = what;
  }

  /** What became of it. */
  sealed interface Result {}

  /**
   * It is there now.
   *
   * @param id empty only where the preset asks for none
   */
  record Done(Optional<String> id) implements Result {}

  /** The CRM will not have it; a call for one record is no batch. */
  record Refused(Refusal refusal) implements Result {
    Refused {
      refusal = refusal.scope() == Scope.BATCH ? ofTheEntry(refusal) : refusal;
    }

    private static Refusal ofTheEntry(Refusal refusal) {
      return new Refusal(
          refusal.category(), Scope.ENTRY, refusal.retryAfter(), refusal.code(), refusal.detail());
    }
  }

  /** It may be there. */
  record Unknown(String reason) implements Result {}

  /** The CRM names a record that is there and is not ours. */
  record Foreign(String code) implements Result {}

  /**
   * @param keys what a record has to name so that an "already there" is about ours
   */
  Result read(CallResult result, Set<String> keys) {
    if (result instanceof NotDone notDone) {
      return new Refused(notDone.refusal());
    }
    return result instanceof Lost lost ? new Unknown(lost.reason()) : read((Answered) result, keys);
  }

  private Result read(Answered answer, Set<String> keys) {
    Optional<Rule> rule =
        Verdicts.first(shape.rules(), answer.status(), answer.body())
            .or(() -> Verdicts.first(callRules, answer.status(), answer.body()));
    if (rule.isPresent()) {
      return byRule(rule.get(), answer, keys);
    }
    return answer.isSuccess()
        ? done(answer)
        : Defaults.writing(answer.status(), what)
            .map(refusal -> answer.retryAfter().map(refusal::retryAfter).orElse(refusal))
            .<Result>map(Refused::new)
            .orElseGet(() -> unknown(answer));
  }

  private Result byRule(Rule rule, Answered answer, Set<String> keys) {
    if (rule.then() instanceof Verdict.Refused verdict) {
      return Verdicts.provesNothingWritten(rule, answer.status())
          ? new Refused(Verdicts.refusal(rule, verdict, answer))
          : unknown(answer);
    } else if (rule.then() instanceof Verdict.AlreadyThere) {
      return alreadyThere(rule, answer, keys);
    }
    return rule.then() instanceof Verdict.Written ? done(answer) : unknown(answer);
  }

  private Result alreadyThere(Rule rule, Answered answer, Set<String> keys) {
    if (rule.proof().ownId()) {
      return shown(answer);
    }
    return Proofs.record(rule, answer, keys)
        .map(
            record ->
                rule.proof()
                    .id()
                    .map(at -> NewIds.of(record.at(at)))
                    .<Result>map(id -> id.isPresent() ? new Done(id) : unknown(answer))
                    .orElseGet(() -> shown(answer)))
        .orElseGet(() -> new Foreign(Proofs.code(rule, answer)));
  }

  private Result done(Answered answer) {
    return shape.success().filter(c -> !c.fits(answer.status(), answer.body())).isPresent()
        ? unknown(answer)
        : shown(answer);
  }

  private Result shown(Answered answer) {
    Optional<String> id = shape.id().flatMap(place -> NewIds.in(place, answer));
    return shape.id().isPresent() && id.isEmpty() ? unknown(answer) : new Done(id);
  }

  private Result unknown(Answered answer) {
    return new Unknown(
        what + " was answered with status " + answer.status() + " and shows no new record");
  }
}
