// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.CrmRefs;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Refusal;
import dev.gapless.api.crm.EntryLookup;
import dev.gapless.api.crm.LookupAnswer;
import dev.gapless.engine.journal.Committer;
import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.JournalTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Settles calls with no known outcome. A create is looked up, where the CRM only lets us look: "it
 * is there" is believed at once (asked at once, half-way and at the end), "it is not there" only
 * when the CRM has had all the time it may take. An update waits for that time too, then it is safe
 * to send again.
 */
final class Clarification {
  private final Destination to;
  private final Committer committer;
  private final Moves moves;
  private final RefusedQuestion refusedQuestion;
  private final Clock clock;

  /** How many may share a look-up. */
  private final BatchLimit together;

  Clarification(
      Destination to,
      Committer committer,
      Moves moves,
      RefusedQuestion refusedQuestion,
      Clock clock) {
    this.to = to;
    this.committer = committer;
    this.moves = moves;
    this.refusedQuestion = refusedQuestion;
    this.together = new BatchLimit(to.can.maxBatch());
    this.clock = clock;
  }

  void settle(List<Candidate> uncertain) {
    Instant asked = clock.instant();
    List<Candidate> updates = uncertain.stream().filter(Candidate::isUpdate).toList();
    if (!updates.isEmpty()) {
      settle(updates, Map.of(), asked);
    }
    List<Candidate> creates =
        uncertain.stream().filter(one -> !one.isUpdate()).limit(together.now()).toList();
    if (!creates.isEmpty()) {
      look(creates, asked);
    }
  }

  private void look(List<Candidate> creates, Instant asked) {
    LookupAnswer answer = lookUp(creates.stream().map(one -> one.item().key()).toList());
    if (answer instanceof LookupAnswer.Refused refused) {
      together.refused(creates.size());
      refusedQuestion.settle(creates, creates.size(), refused.refusal());
    } else {
      to.gate.readable();
      together.accepted();
      settle(creates, ((LookupAnswer.Found) answer).entries(), asked);
    }
  }

  private void settle(List<Candidate> uncertain, Map<ItemKey, CrmRefs> found, Instant asked) {
    committer.commit(
        uncertain.size(),
        tx -> {
          uncertain.forEach(candidate -> settle(tx, candidate, found, asked));
          return uncertain.size();
        });
  }

  private LookupAnswer lookUp(List<ItemKey> keys) {
    try {
      return Objects.requireNonNull(((EntryLookup) to.adapter).lookUp(keys), "answer");
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return new LookupAnswer.Refused(to.broken(Refusal.Scope.BATCH, e));
    }
  }

  private void settle(
      JournalTransaction tx, Candidate candidate, Map<ItemKey, CrmRefs> found, Instant asked) {
    DeliveryRow row = moves.current(tx, candidate);
    if (row.uncertainSince().isEmpty()) {
      // Another call has settled it since it was read.
      return;
    }
    Optional<CrmRefs> there = Optional.ofNullable(found.get(candidate.item().key()));
    if (there.isPresent()) {
      moves.written(tx, row, row.announced(), row.refs().and(there.get()), candidate.interaction());
      return;
    }
    Instant since = row.uncertainSince().orElseThrow();
    Duration wait = to.can.once().settledAfter();
    Instant believable = since.plus(wait);
    if (asked.isBefore(believable)) {
      Instant halfWay = since.plus(wait.dividedBy(2));
      boolean lookBetween = !candidate.isUpdate() && asked.isBefore(halfWay);
      moves.stay(tx, row.due(lookBetween ? halfWay : believable));
    } else {
      moves.repeat(tx, row, "no answer, and no trace in the CRM");
    }
  }
}
