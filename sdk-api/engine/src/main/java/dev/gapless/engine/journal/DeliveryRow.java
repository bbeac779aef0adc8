// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.journal;

import dev.gapless.api.CrmRefs;
import dev.gapless.api.Delivery;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One item on its way to one destination.
 *
 * @param id 0 for a new row; given by the journal: within a destination greater for a later item
 * @param position its place in the lane: the sequence of its oldest event not yet written
 * @param written events up to this sequence are in the CRM, or are none of its business
 * @param announced the revision that a call may be carrying; 0 if none
 * @param announcedAt when that call was announced
 * @param uncertainSince when that call was found to have no known outcome
 * @param lastTried when it, or a question about it, was last refused, left uncertain or parked
 * @param reason why it is parked or ignored
 * @param share whose turn it takes, see {@link JournalTransaction#share}; 0 if nobody noted it
 */
public record DeliveryRow(
    long id,
    int destination,
    long item,
    long lane,
    long position,
    Delivery.State state,
    Instant due,
    int attempts,
    long written,
    long announced,
    Optional<Instant> announcedAt,
    Optional<Instant> uncertainSince,
    Optional<Instant> lastTried,
    CrmRefs refs,
    Optional<String> reason,
    Rank rank,
    int share) {

  /** A live delivery that has just become due, and is nobody's share. */
  public static DeliveryRow waiting(
      int destination, long item, long lane, long position, Instant due) {
    return new DeliveryRow(
        0,
        destination,
        item,
        lane,
        position,
        Delivery.State.WAITING,
        due,
        0,
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        CrmRefs.none(),
        Optional.empty(),
        Rank.LIVE,
        0);
  }

  /** A delivery whose earlier events are not its business. */
  public DeliveryRow after(long sequence) {
    return with(row -> row.written = sequence);
  }

  /** Due again from that place of its lane on, as if it had never been tried. */
  public DeliveryRow waiting(long newPosition, Instant newDue) {
    return with(
        row -> {
          row.afresh();
          row.state = Delivery.State.WAITING;
          row.position = newPosition;
          row.due = newDue;
        });
  }

  /** Everything up to {@code revision} is in the CRM, and nothing newer is known. */
  public DeliveryRow writtenUpTo(long revision, CrmRefs newRefs) {
    return with(
        row -> {
          row.afresh();
          row.state = Delivery.State.WRITTEN;
          row.written = revision;
          row.refs = newRefs;
        });
  }

  /** Parked or ignored, with the reason. */
  public DeliveryRow setAside(Delivery.State newState, String newReason) {
    return with(
        row -> {
          row.noCall();
          row.state = newState;
          row.reason = Optional.of(newReason);
        });
  }

  /** Parked from then on, with the reason. */
  public DeliveryRow parked(String why, Instant at) {
    return setAside(Delivery.State.PARKED, why).with(row -> row.lastTried = Optional.of(at));
  }

  /** A call with this revision is about to leave. */
  public DeliveryRow announce(long revision, Instant at) {
    return with(
        row -> {
          row.noCall();
          row.announced = revision;
          row.announcedAt = Optional.of(at);
        });
  }

  /** Whether a call may have carried it whose outcome is not known, or not yet. */
  public boolean isInDoubt() {
    return announced > 0;
  }

  /** The announced call has no known outcome. */
  public DeliveryRow uncertain(Instant since, Instant newDue) {
    return with(
        row -> {
          row.uncertainSince = Optional.of(since);
          row.lastTried = Optional.of(since);
          row.due = newDue;
        });
  }

  /** The outcome of the last call is known and was no success; tried again when due. */
  public DeliveryRow again(Instant newDue, int newAttempts, Instant tried) {
    return untouched().later(newDue, newAttempts, tried);
  }

  /** Tried in vain without a call that carried it; what is known of an earlier one stays. */
  public DeliveryRow later(Instant newDue, int newAttempts, Instant tried) {
    return with(
        row -> {
          row.due = newDue;
          row.attempts = newAttempts;
          row.lastTried = Optional.of(tried);
        });
  }

  /** As it was before the call: no attempt spent, due as before. */
  public DeliveryRow untouched() {
    return with(DeliveryDraft::noCall);
  }

  public DeliveryRow due(Instant newDue) {
    return with(row -> row.due = newDue);
  }

  public DeliveryRow inLane(long newLane) {
    return with(row -> row.lane = newLane);
  }

  public DeliveryRow rank(Rank newRank) {
    return with(row -> row.rank = newRank);
  }

  public DeliveryRow share(int newShare) {
    return with(row -> row.share = newShare);
  }

  public DeliveryRow refs(CrmRefs newRefs) {
    return with(row -> row.refs = newRefs);
  }

  private DeliveryRow with(Consumer<DeliveryDraft> change) {
    DeliveryDraft draft = new DeliveryDraft(this);
    change.accept(draft);
    return draft.row();
  }
}
