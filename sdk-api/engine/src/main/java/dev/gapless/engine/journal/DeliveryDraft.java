// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.journal;

import dev.gapless.api.CrmRefs;
import dev.gapless.api.Delivery;
import java.time.Instant;
import java.util.Optional;

/** A delivery row while some of its values are being changed. */
final class DeliveryDraft {
  private final DeliveryRow from;
  long lane;
  long position;
  Delivery.State state;
  Instant due;
  int attempts;
  long written;
  long announced;
  Optional<Instant> announcedAt;
  Optional<Instant> uncertainSince;
  Optional<Instant> lastTried;
  CrmRefs refs;
  Optional<String> reason;
  Rank rank;
  int share;

  DeliveryDraft(DeliveryRow from) {
    this.from = from;
    lane = from.lane();
    position = from.position();
    state = from.state();
    due = from.due();
    attempts = from.attempts();
    written = from.written();
    announced = from.announced();
    announcedAt = from.announcedAt();
    uncertainSince = from.uncertainSince();
    lastTried = from.lastTried();
    refs = from.refs();
    reason = from.reason();
    rank = from.rank();
    share = from.share();
  }

  /** No call is on its way, and the last one's outcome is known. */
  void noCall() {
    announced = 0;
    announcedAt = Optional.empty();
    uncertainSince = Optional.empty();
  }

  /** As if it had never been tried. */
  void afresh() {
    noCall();
    attempts = 0;
    lastTried = Optional.empty();
    reason = Optional.empty();
  }

  DeliveryRow row() {
    return new DeliveryRow(
        from.id(),
        from.destination(),
        from.item(),
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
        refs,
        reason,
        rank,
        share);
  }
}
