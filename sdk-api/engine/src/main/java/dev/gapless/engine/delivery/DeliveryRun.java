// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.ItemKey;
import dev.gapless.api.Refusal;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.Once;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.engine.journal.Committer;
import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.DueLane;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One walk from due lanes to settled outcomes: claim, resolve people in bulk, make who is missing
 * where the policy says so, fill a batch, announce it where the CRM does not enforce our key,
 * write, settle. Several walk at once, each with lanes and locks of its own.
 */
final class DeliveryRun {
  private final Destination to;
  private final Queue queue;
  private final Committer committer;
  private final Settlement settlement;
  private final Clarification clarification;
  private final RefusedQuestion refusedQuestion;
  private final PersonMaking making;
  private final Clock clock;

  DeliveryRun(
      Destination to,
      Queue queue,
      Committer committer,
      Moves moves,
      PersonMaking making,
      Clock clock) {
    this.to = to;
    this.queue = queue;
    this.committer = committer;
    this.making = making;
    this.settlement = new Settlement(to, moves, making.makings, clock);
    this.refusedQuestion = new RefusedQuestion(to, committer, moves, clock);
    this.clarification = new Clarification(to, committer, moves, refusedQuestion, clock);
    this.clock = clock;
  }

  /**
   * Returns false if nothing was due or free, or what was may wait for others: for entries to share
   * a call with, or for a call that holds its locks, after which there is another walk.
   */
  boolean walk() {
    Instant now = clock.instant();
    if (to.linger.isOff()) {
      return walk(now);
    } else if (to.linger.begins(false) || (queue.isWide(now) && to.linger.begins(true))) {
      try {
        return walk(now);
      } finally {
        to.linger.ended();
      }
    }
    return false;
  }

  private boolean walk(Instant now) {
    List<DueLane> lanes = queue.takeLanes(now);
    if (lanes.isEmpty()) {
      return false;
    }
    Set<String> locks = new HashSet<>();
    Taken taken = new Taken(to.claims);
    try {
      boolean shared = to.linger.isOff() || queue.isFull(lanes);
      if (shared || !to.linger.holds(longestDue(lanes), now)) {
        queue.take(lanes, now, taken);
        return deliver(taken, shared ? Instant.MAX : to.linger.ripe(now), locks);
      }
      return false;
    } finally {
      taken.release();
      to.claims.release(lanes, locks);
    }
  }

  /** With linger a lane is due when its head is, whatever turns it has had. */
  private static Instant longestDue(List<DueLane> lanes) {
    return lanes.stream().map(DueLane::due).min(Comparator.naturalOrder()).orElseThrow();
  }

  /** Returns false if all of it had to go back as it was. */
  private boolean deliver(Taken taken, Instant ripe, Set<String> locks) {
    setAside(taken.broken());
    List<Candidate> candidates = taken.candidates();
    List<Candidate> uncertain =
        candidates.stream().filter(one -> one.row().uncertainSince().isPresent()).toList();
    List<Candidate> certain = candidates.stream().filter(one -> !one.row().isInDoubt()).toList();
    List<Candidate> lost =
        candidates.stream()
            .filter(one -> one.row().isInDoubt() && one.row().uncertainSince().isEmpty())
            .toList();
    if (!lost.isEmpty()) {
      committer.commit(lost.size(), tx -> settlement.lost(tx, lost));
    }
    if (!uncertain.isEmpty()) {
      clarification.settle(uncertain);
    }
    boolean moved = !uncertain.isEmpty() || !lost.isEmpty() || !taken.broken().isEmpty();
    if (!certain.isEmpty() && to.gate.stop().isEmpty()) {
      moved |= writeTo(certain, ripe, locks);
    }
    return moved;
  }

  private void setAside(Map<DeliveryRow, Refusal> broken) {
    if (!broken.isEmpty()) {
      committer.commit(broken.size(), tx -> settlement.broken(tx, broken));
    }
  }

  private boolean writeTo(List<Candidate> candidates, Instant ripe, Set<String> locks) {
    Instant asked = clock.instant();
    Whose whose = to.people.find(candidates, ripe, () -> queue.upcoming(clock.instant()));
    if (whose instanceof Whose.Known known) {
      whose = making.make(candidates, known.timelines(), asked);
    }
    if (whose instanceof Whose.Refused refused) {
      refusedQuestion.settle(refused.about(), refused.together(), refused.refusal());
      return true;
    }
    BatchFiller filler = new BatchFiller(to, locks);
    filler.fill(candidates, ((Whose.Known) whose).timelines());
    boolean moved = filler.hasMoved();
    setAside(filler.broken());
    if (!filler.nowhere().isEmpty()) {
      committer.commit(filler.nowhere().size(), tx -> settlement.unplaced(tx, filler.nowhere()));
    }
    if (!filler.batch().isEmpty() && to.gate.stop().isEmpty()) {
      write(filler.batch());
    }
    return moved;
  }

  private void write(Map<Candidate, Entry> batch) {
    Map<Candidate, Entry> doubtful = new LinkedHashMap<>(batch);
    doubtful.keySet().removeIf(one -> !harmedByALostAnswer(one));
    if (!doubtful.isEmpty()) {
      Set<Long> settledSince =
          committer.commit(doubtful.size(), tx -> settlement.announce(tx, doubtful));
      batch.keySet().removeIf(one -> settledSince.contains(one.row().lane()));
    }
    if (!batch.isEmpty()) {
      send(batch);
    }
  }

  private void send(Map<Candidate, Entry> batch) {
    Map<ItemKey, WriteOutcome> answer = call(List.copyOf(batch.values()));
    List<Settled> outcomes = new ArrayList<>();
    batch.forEach(
        (candidate, entry) ->
            outcomes.add(
                new Settled(
                    candidate,
                    entry.person(),
                    Optional.ofNullable(answer.get(entry.key()))
                        .orElseGet(() -> WriteOutcome.unknown("left out of the answer")))));
    Verdict.of(outcomes).tell(to);
    committer.commit(outcomes.size(), tx -> settlement.settle(tx, outcomes));
  }

  /** Where the CRM enforces our key a create is not; an update is if it may take effect late. */
  private boolean harmedByALostAnswer(Candidate candidate) {
    return candidate.isUpdate()
        ? !to.can.once().settledAfter().isZero()
        : !(to.can.once() instanceof Once.Enforced);
  }

  private Map<ItemKey, WriteOutcome> call(List<Entry> entries) {
    try {
      return Objects.requireNonNull(to.adapter.write(entries), "answer");
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      WriteOutcome unknown = WriteOutcome.unknown(to.broken(Refusal.Scope.BATCH, e).detail());
      Map<ItemKey, WriteOutcome> all = new LinkedHashMap<>();
      entries.forEach(entry -> all.put(entry.key(), unknown));
      return all;
    }
  }
}
