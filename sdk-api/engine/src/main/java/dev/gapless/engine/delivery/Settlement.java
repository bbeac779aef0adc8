// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.CrmRefs;
import dev.gapless.api.Delivery;
import dev.gapless.api.Refusal;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.Once;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.JournalTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides, per outcome of a call, which move the delivery makes. */
final class Settlement {
  /** Longer than a look at the queue, so that an adapter that never tries does not spin. */
  private static final Duration NOT_TRIED_PAUSE = Duration.ofMillis(250);

  private final Destination to;
  private final Moves moves;
  private final Makings makings;
  private final Clock clock;

  Settlement(Destination to, Moves moves, Makings makings, Clock clock) {
    this.to = to;
    this.moves = moves;
    this.makings = makings;
    this.clock = clock;
  }

  /**
   * Announces all but what another call has settled since it was read, under a lane that has been
   * joined to this one meanwhile. Returns the lanes where that is so: nothing of them may be sent.
   * If the answer is lost and the entry is found, it is still known whose it is.
   */
  Set<Long> announce(JournalTransaction tx, Map<Candidate, Entry> calls) {
    Set<Long> settledSince = new HashSet<>();
    calls.keySet().stream()
        .filter(candidate -> isSettledSince(candidate.row(), moves.current(tx, candidate)))
        .forEach(candidate -> settledSince.add(candidate.row().lane()));
    calls.entrySet().stream()
        .filter(call -> !settledSince.contains(call.getKey().row().lane()))
        .forEach(call -> announce(tx, call.getKey(), call.getValue().person()));
    return settledSince;
  }

  private void announce(JournalTransaction tx, Candidate candidate, Optional<CrmPerson> person) {
    DeliveryRow row = moves.current(tx, candidate);
    tx.saveDelivery(
        row.refs(withPerson(row.refs(), person))
            .announce(candidate.item().revision(), clock.instant()));
  }

  private static boolean isSettledSince(DeliveryRow read, DeliveryRow now) {
    return now.state() != Delivery.State.WAITING
        || now.written() != read.written()
        || now.announced() != read.announced();
  }

  /** A call with these was announced, and what came of it was not stored. */
  int lost(JournalTransaction tx, List<Candidate> candidates) {
    for (Candidate candidate : candidates) {
      DeliveryRow row = moves.current(tx, candidate);
      if (row.isInDoubt() && row.uncertainSince().isEmpty()) {
        unknown(tx, candidate, row, "the outcome of its call could not be stored");
      }
    }
    return candidates.size();
  }

  int settle(JournalTransaction tx, List<Settled> outcomes) {
    outcomes.forEach(settled -> settle(tx, settled, outcomes.size()));
    return outcomes.size();
  }

  /** Nothing was sent for these: they have no timeline, or none now. */
  int unplaced(JournalTransaction tx, Map<Candidate, Timeline> nowhere) {
    nowhere.forEach((candidate, timeline) -> unplaced(tx, candidate, timeline));
    return nowhere.size();
  }

  private void unplaced(JournalTransaction tx, Candidate candidate, Timeline timeline) {
    DeliveryRow row = moves.current(tx, candidate);
    if (row.state() == Delivery.State.WAITING) {
      unplaced(tx, candidate, row, timeline);
    }
  }

  private void unplaced(
      JournalTransaction tx, Candidate candidate, DeliveryRow row, Timeline timeline) {
    if (timeline instanceof Timeline.Park park) {
      moves.park(tx, row, park.reason());
    } else if (timeline instanceof Timeline.Wait wait) {
      moves.stay(tx, row.due(wait.until()));
    } else if (timeline instanceof Timeline.NotMade not) {
      refused(
          tx,
          new Settled(candidate, Optional.empty(), WriteOutcome.refused(not.refusal())),
          row,
          not.refusal(),
          1);
    } else if (timeline instanceof Timeline.InDoubt doubt) {
      moves.repeat(tx, row, doubt.reason());
    }
  }

  /** Each of these alone waits for a better moment, and is parked after the last. */
  int broken(JournalTransaction tx, Map<DeliveryRow, Refusal> rows) {
    rows.forEach((row, refusal) -> broken(tx, moves.current(tx, row), refusal));
    return rows.size();
  }

  private void broken(JournalTransaction tx, DeliveryRow row, Refusal refusal) {
    if (row.isInDoubt()) {
      moves.park(tx, row, to.doubt() + ": " + refusal.summary());
    } else if (row.state() == Delivery.State.WAITING) {
      again(tx, row, refusal);
    }
  }

  private void settle(JournalTransaction tx, Settled settled, int together) {
    DeliveryRow current = moves.current(tx, settled.candidate());
    DeliveryRow row = current.refs(current.refs().and(settled.refs()));
    if (row.state() == Delivery.State.WAITING) {
      settle(tx, settled, row, together);
    } else {
      // It came to an end while its call was on its way; a replay knows what the call has made.
      tx.saveDelivery(row);
    }
  }

  private void settle(JournalTransaction tx, Settled settled, DeliveryRow row, int together) {
    if (settled.outcome() instanceof WriteOutcome.Written written) {
      written(tx, settled, row, written.alreadyThere());
    } else if (settled.outcome() instanceof WriteOutcome.Refused refused) {
      refused(tx, settled, row, refused.refusal(), together);
    } else if (settled.outcome() instanceof WriteOutcome.Unknown unknown) {
      unknown(tx, settled.candidate(), row, unknown.reason());
    } else {
      moves.stay(tx, row.untouched().due(clock.instant().plus(NOT_TRIED_PAUSE)));
    }
  }

  private void written(
      JournalTransaction tx, Settled settled, DeliveryRow row, boolean alreadyThere) {
    Candidate candidate = settled.candidate();
    // A record that was there before this call holds the state of some earlier call; the least it
    // can hold is the first one ever sent.
    boolean earlierState = alreadyThere && !candidate.isUpdate();
    moves.written(
        tx,
        row,
        earlierState ? candidate.item().firstRevision() : candidate.item().revision(),
        withPerson(row.refs(), settled.person()),
        candidate.interaction());
  }

  /** An earlier call may have been for somebody else, and have made nothing. */
  private static CrmRefs withPerson(CrmRefs refs, Optional<CrmPerson> person) {
    Map<String, String> ids = new LinkedHashMap<>(refs.ids());
    ids.remove(Candidate.PERSON);
    person.ifPresent(who -> ids.put(Candidate.PERSON, who.id()));
    return new CrmRefs(ids);
  }

  private void refused(
      JournalTransaction tx, Settled settled, DeliveryRow row, Refusal refusal, int together) {
    Candidate candidate = settled.candidate();
    int attempts = row.attempts() + 1;
    if (refusal.category() == Refusal.Category.PERSON_GONE) {
      settled.person().ifPresent(person -> forget(tx, person));
    }
    if (notTheEntrysFault(refusal, together)) {
      moves.stay(tx, row.untouched());
    } else if (refusal.category() == Refusal.Category.GONE && candidate.isUpdate()) {
      moves.leaveOut(tx, row);
    } else if (refusal.category() == Refusal.Category.PERSON_GONE && attempts == 1) {
      moves.stay(tx, row.again(clock.instant(), attempts, clock.instant()));
    } else if (!refusal.category().retryable()) {
      moves.park(tx, row, refusal.summary());
    } else {
      again(tx, row, refusal);
    }
  }

  private void again(JournalTransaction tx, DeliveryRow row, Refusal refusal) {
    int attempts = row.attempts() + 1;
    if (to.patience.isOver(attempts, refusal)) {
      moves.park(tx, row, "gave up after " + attempts + " attempts; " + refusal.summary());
    } else {
      Instant now = clock.instant();
      moves.stay(tx, row.again(now.plus(to.patience.after(attempts, refusal)), attempts, now));
    }
  }

  private void forget(JournalTransaction tx, CrmPerson person) {
    to.people.forget(person);
    makings.forget(tx, person);
  }

  private static boolean notTheEntrysFault(Refusal refusal, int together) {
    return refusal.scope() == Refusal.Scope.CONNECTION
        || (refusal.scope() == Refusal.Scope.BATCH && together > 1);
  }

  private void unknown(JournalTransaction tx, Candidate candidate, DeliveryRow row, String reason) {
    boolean mayComeLate = candidate.isUpdate() && !to.can.once().settledAfter().isZero();
    if (to.can.once() instanceof Once.Confirmed || mayComeLate) {
      moves.stay(tx, row.uncertain(clock.instant(), clock.instant()));
    } else if (to.can.once() instanceof Once.None && !candidate.isUpdate()) {
      moves.park(tx, row, to.doubt() + ": " + reason);
    } else {
      moves.repeat(tx, row, reason);
    }
  }
}
