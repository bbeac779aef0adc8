// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.fold;

import dev.gapless.api.DeliveryStatus;
import dev.gapless.api.Interaction;
import dev.gapless.api.Kind;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Which of two candidates for a part of the state wins, whichever came first. */
final class Precedence {
  // The content decides between changes of one instant: arbitrary, but the same on every replay.
  private static final Comparator<Interaction> LATER =
      Comparator.comparing(Interaction::changedAt)
          .thenComparing(event -> JsonText.of(out -> InteractionJson.write(event, out)));

  /** What was not understood is less than any reading of a kind that is known. */
  private static final Comparator<Interaction> AMOUNT =
      Comparator.<Interaction, Boolean>comparing(event -> event.kind() != Kind.UNSUPPORTED)
          .thenComparing(Interaction::fullness);

  private static final Comparator<Interaction> FULLER = AMOUNT.thenComparing(LATER);

  private static final Comparator<Interaction> HIGHER =
      Comparator.comparing(Precedence::level).thenComparing(LATER);

  private Precedence() {}

  /** Above zero if the one says more of the contact than the other, below if less. */
  static int amount(Interaction one, Interaction other) {
    return AMOUNT.compare(one, other);
  }

  static Optional<Interaction> original(Optional<Interaction> held, Interaction event) {
    return greater(held, event, FULLER);
  }

  static Optional<Interaction> latest(Optional<Interaction> held, Interaction event) {
    return greater(held, event, LATER);
  }

  static Optional<Interaction> status(Optional<Interaction> held, Interaction event) {
    return greater(held, event, HIGHER);
  }

  static Optional<Instant> earliest(Optional<Instant> held, Interaction event) {
    return held.filter(at -> !at.isAfter(event.changedAt()))
        .or(() -> Optional.of(event.changedAt()));
  }

  private static Optional<Interaction> greater(
      Optional<Interaction> held, Interaction event, Comparator<Interaction> order) {
    return held.filter(one -> order.compare(one, event) >= 0).or(() -> Optional.of(event));
  }

  private static DeliveryStatus level(Interaction status) {
    return status.status().orElse(DeliveryStatus.SENT);
  }
}
