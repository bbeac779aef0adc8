// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.Refusal;
import dev.gapless.api.crm.WriteOutcome;
import java.util.List;
import java.util.Optional;

/**
 * What the answers of one call say about the connection as a whole.
 *
 * @param stop the refusal that reaches over the connection, if there is one
 * @param tooMuch whether the call was refused as such, perhaps for its size
 * @param answered whether the CRM decided about any entry
 */
record Verdict(int entries, Optional<Refusal> stop, boolean tooMuch, boolean answered) {
  static Verdict of(List<Settled> outcomes) {
    List<Refusal> refusals =
        outcomes.stream()
            .map(Settled::outcome)
            .filter(WriteOutcome.Refused.class::isInstance)
            .map(outcome -> ((WriteOutcome.Refused) outcome).refusal())
            .toList();
    boolean written =
        outcomes.stream().map(Settled::outcome).anyMatch(WriteOutcome.Written.class::isInstance);
    return new Verdict(
        outcomes.size(),
        refusals.stream().filter(one -> one.scope() == Refusal.Scope.CONNECTION).findFirst(),
        refusals.stream().anyMatch(one -> one.scope() == Refusal.Scope.BATCH),
        written || refusals.stream().anyMatch(one -> one.scope() == Refusal.Scope.ENTRY));
  }

  void tell(Destination to) {
    if (stop.isPresent()) {
      to.gate.refused(stop.get());
    } else if (answered || tooMuch) {
      to.gate.answered();
    } else {
      to.gate.unanswered();
    }
    if (tooMuch) {
      to.limit.refused(entries);
    } else if (answered) {
      to.limit.accepted();
    }
  }
}
