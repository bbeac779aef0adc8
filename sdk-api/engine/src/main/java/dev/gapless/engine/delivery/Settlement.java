// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.CrmRefs;
import dev.gapless.api.Delivery;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.Once;
import dev.gapless.api.crm.Refusal;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.engine.books.Books;
import dev.gapless.engine.books.Counters;
import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.JournalTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes outcomes into the journal: the delivery, its lane and the books, in one commit. */
final class Settlement {
  private static final Logger log = LoggerFactory.getLogger(Settlement.class);

  /** Longer than a look at the queue, so that an adapter that never tries does not spin. */
  private static final Duration NOT_TRIED_PAUSE = Duration.ofMillis(250);

  static final String MAY_HAVE_BEEN_WRITTEN = "may have been written";

  private final Destination to;
  private final Books books;
  private final Clock clock;

  Settlement(Destination to, Books books, Clock clock) {
    this.to = to;
    this.books = books;
    this.clock = clock;
  }

  int announce(JournalTransaction tx, List<Candidate> candidates) {
    Instant now = clock.instant();
    for (Candidate candidate : candidates) {
      tx.saveDelivery(current(tx, candidate).announce(candidate.item().revision(), now));
    }
    return candidates.size();
  }

  int settle(JournalTransaction tx, List<Settled> outcomes) {
    outcomes.forEach(settled -> settle(tx, settled, outcomes.size()));
    return outcomes.size();
  }

  int park(JournalTransaction tx, Map<Candidate, String> reasons) {
    reasons.forEach((candidate, reason) -> park(tx, current(tx, candidate), reason));
    return reasons.size();
  }

  /** Nothing was sent, and trying again at once would not help. */
  int postpone(JournalTransaction tx, List<Candidate> candidates, Refusal refusal) {
    Instant due = clock.instant().plus(refusal.retryAfter().orElseGet(() -> to.backoff.after(1)));
    candidates.forEach(candidate -> save(tx, current(tx, candidate).due(due)));
    return candidates.size();
  }

  private void settle(JournalTransaction tx, Settled settled, int together) {
    DeliveryRow row = current(tx, settled.candidate());
    if (settled.outcome() instanceof WriteOutcome.Written written) {
      written(tx, settled, row, written);
    } else if (settled.outcome() instanceof WriteOutcome.Refused refused) {
      DeliveryRow resumable = row.refs(row.refs().and(refused.refs()));
      refused(tx, settled.candidate(), resumable, refused.refusal(), together);
    } else if (settled.outcome() instanceof WriteOutcome.Unknown unknown) {
      unknown(tx, settled.candidate(), row.refs(row.refs().and(unknown.refs())), unknown.reason());
    } else {
      save(tx, row.untouched().due(clock.instant().plus(NOT_TRIED_PAUSE)));
    }
  }

  private void written(
      JournalTransaction tx, Settled settled, DeliveryRow row, WriteOutcome.Written written) {
    Candidate candidate = settled.candidate();
    CrmRefs refs = withPerson(row.refs().and(written.refs()), settled.person());
    // A record that was there before this call holds the state of some earlier call; the least it
    // can hold is the first one ever sent.
    boolean earlierState = written.alreadyThere() && !candidate.isUpdate();
    writtenUpTo(
        tx,
        row,
        earlierState ? candidate.item().firstRevision() : candidate.item().revision(),
        refs);
  }

  /** Events up to the revision are in the CRM; a newer one makes the item due again. */
  void writtenUpTo(JournalTransaction tx, DeliveryRow row, long revision, CrmRefs refs) {
    long upTo = Math.max(revision, row.written());
    long events = tx.countEvents(row.item(), row.written(), upTo);
    books.move(tx, row.destination(), row.item(), Counters.WAITING, Counters.WRITTEN, events);
    DeliveryRow done = row.writtenUpTo(upTo, refs);
    save(
        tx,
        tx.firstEvent(row.item(), upTo)
            .map(next -> done.waiting(next, clock.instant()))
            .orElse(done));
  }

  private static CrmRefs withPerson(CrmRefs refs, Optional<CrmPerson> person) {
    return person
        .map(who -> refs.and(new CrmRefs(Map.of(Candidate.PERSON, who.id()))))
        .orElse(refs);
  }

  private void refused(
      JournalTransaction tx, Candidate candidate, DeliveryRow row, Refusal refusal, int together) {
    boolean notTheEntrysFault =
        refusal.scope() == Refusal.Scope.CONNECTION
            || (refusal.scope() == Refusal.Scope.BATCH && together > 1);
    if (notTheEntrysFault) {
      save(tx, row.untouched());
    } else if (refusal.category() == Refusal.Category.GONE && candidate.isUpdate()) {
      leaveOut(tx, row);
    } else if (refusal.category() == Refusal.Category.PERSON_GONE && row.attempts() == 0) {
      to.people.forget(candidate);
      save(tx, row.again(clock.instant(), 1, clock.instant()));
    } else if (refusal.category().retryable() && row.attempts() + 1 < to.policy.attempts()) {
      int attempts = row.attempts() + 1;
      Duration wait = refusal.retryAfter().orElseGet(() -> to.backoff.after(attempts));
      save(tx, row.again(clock.instant().plus(wait), attempts, clock.instant()));
    } else if (refusal.category().retryable()) {
      park(tx, row, "gave up after " + to.policy.attempts() + " attempts; " + refusal.summary());
    } else {
      park(tx, row, refusal.summary());
    }
  }

  private void unknown(JournalTransaction tx, Candidate candidate, DeliveryRow row, String reason) {
    boolean mayComeLate = candidate.isUpdate() && !to.can.once().settledAfter().isZero();
    if (to.can.once() instanceof Once.Confirmed || mayComeLate) {
      save(tx, row.uncertain(clock.instant(), clock.instant()));
    } else if (to.can.once() instanceof Once.None && !candidate.isUpdate()) {
      park(tx, row, MAY_HAVE_BEEN_WRITTEN + ": " + reason);
    } else {
      repeat(tx, row, reason);
    }
  }

  /**
   * Sending again is safe. It counts as an attempt only if the CRM has answered others since this
   * entry was last tried: an outage costs time, not attempts.
   */
  void repeat(JournalTransaction tx, DeliveryRow row, String reason) {
    boolean entrysFault = row.lastTried().filter(to.gate::answeredSince).isPresent();
    int attempts = row.attempts() + (entrysFault ? 1 : 0);
    if (attempts >= to.policy.attempts()) {
      park(tx, row, "gave up after " + attempts + " attempts; " + reason);
    } else {
      Instant now = clock.instant();
      save(tx, row.again(now.plus(to.backoff.after(attempts + 1)), attempts, now));
    }
  }

  void park(JournalTransaction tx, DeliveryRow row, String reason) {
    long events = tx.countEvents(row.item(), row.written(), Long.MAX_VALUE);
    books.move(tx, row.destination(), row.item(), Counters.WAITING, Counters.PARKED, events);
    save(tx, row.setAside(Delivery.State.PARKED, reason));
    log.info("parked for CRM '{}', delivery {}: {}", to.name(), row.id(), reason);
  }

  private void leaveOut(JournalTransaction tx, DeliveryRow row) {
    long events = tx.countEvents(row.item(), row.written(), Long.MAX_VALUE);
    books.leftOut(
        tx, row.destination(), row.item(), Counters.WAITING, Counters.DELETED_IN_CRM, events);
    save(tx, row.setAside(Delivery.State.IGNORED, Counters.DELETED_IN_CRM));
  }

  void save(JournalTransaction tx, DeliveryRow row) {
    tx.saveDelivery(row);
    Lanes.refresh(tx, row.destination(), row.lane());
  }

  /** The row as it is now: intake may have joined its lane to another since it was read. */
  DeliveryRow current(JournalTransaction tx, Candidate candidate) {
    return tx.delivery(candidate.row().destination(), candidate.row().item()).orElseThrow();
  }
}
