// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.journal;

import dev.gapless.api.CrmRefs;
import dev.gapless.api.Delivery;
import java.time.Instant;
import java.util.Optional;

/**
 * One item on its way to one destination.
 *
 * @param id 0 for a new row; given by the journal
 * @param position its place in the lane: the sequence of its oldest event not yet written
 * @param written events up to this sequence are in the CRM; 0 if none
 * @param announced the revision that a call may be carrying; 0 if none
 * @param announcedAt when that call was announced
 * @param uncertainSince when that call was found to have no known outcome
 * @param lastTried when it was last refused or left uncertain
 * @param reason why it is parked or ignored
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
    Optional<String> reason) {

  /** A delivery that has just become due. */
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
        Optional.empty());
  }

  public DeliveryRow waiting(long newPosition, Instant newDue) {
    return new DeliveryRow(
        id,
        destination,
        item,
        lane,
        newPosition,
        Delivery.State.WAITING,
        newDue,
        0,
        written,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        refs,
        Optional.empty());
  }

  /** Everything up to {@code revision} is in the CRM, and nothing newer is known. */
  public DeliveryRow writtenUpTo(long revision, CrmRefs newRefs) {
    return new DeliveryRow(
        id,
        destination,
        item,
        lane,
        position,
        Delivery.State.WRITTEN,
        due,
        0,
        revision,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        newRefs,
        Optional.empty());
  }

  public DeliveryRow setAside(Delivery.State newState, String newReason) {
    return new DeliveryRow(
        id,
        destination,
        item,
        lane,
        position,
        newState,
        due,
        attempts,
        written,
        0,
        Optional.empty(),
        Optional.empty(),
        lastTried,
        refs,
        Optional.of(newReason));
  }

  public DeliveryRow announce(long revision, Instant at) {
    return new DeliveryRow(
        id,
        destination,
        item,
        lane,
        position,
        state,
        due,
        attempts,
        written,
        revision,
        Optional.of(at),
        Optional.empty(),
        lastTried,
        refs,
        reason);
  }

  public DeliveryRow uncertain(Instant since, Instant newDue) {
    return new DeliveryRow(
        id,
        destination,
        item,
        lane,
        position,
        state,
        newDue,
        attempts,
        written,
        announced,
        announcedAt,
        Optional.of(since),
        Optional.of(since),
        refs,
        reason);
  }

  /** The outcome of the last call is known and was no success; tried again when due. */
  public DeliveryRow again(Instant newDue, int newAttempts, Instant tried) {
    return new DeliveryRow(
        id,
        destination,
        item,
        lane,
        position,
        state,
        newDue,
        newAttempts,
        written,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.of(tried),
        refs,
        reason);
  }

  /** As it was before the call: no attempt spent, due as before. */
  public DeliveryRow untouched() {
    return new DeliveryRow(
        id,
        destination,
        item,
        lane,
        position,
        state,
        due,
        attempts,
        written,
        0,
        Optional.empty(),
        Optional.empty(),
        lastTried,
        refs,
        reason);
  }

  public DeliveryRow due(Instant newDue) {
    return new DeliveryRow(
        id,
        destination,
        item,
        lane,
        position,
        state,
        newDue,
        attempts,
        written,
        announced,
        announcedAt,
        uncertainSince,
        lastTried,
        refs,
        reason);
  }

  public DeliveryRow inLane(long newLane) {
    return new DeliveryRow(
        id,
        destination,
        item,
        newLane,
        position,
        state,
        due,
        attempts,
        written,
        announced,
        announcedAt,
        uncertainSince,
        lastTried,
        refs,
        reason);
  }

  public DeliveryRow refs(CrmRefs newRefs) {
    return new DeliveryRow(
        id,
        destination,
        item,
        lane,
        position,
        state,
        due,
        attempts,
        written,
        announced,
        announcedAt,
        uncertainSince,
        lastTried,
        newRefs,
        reason);
  }
}
