// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.Refusal;
import dev.gapless.engine.journal.DeliveryRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The deliveries a walk has claimed, to be given back whatever becomes of them. */
final class Taken {
  private final Claims claims;
  private final List<Candidate> candidates = new ArrayList<>();
  private final Map<DeliveryRow, Refusal> broken = new LinkedHashMap<>();

  Taken(Claims claims) {
    this.claims = claims;
  }

  /** Returns false if the delivery is in flight already. */
  boolean add(Candidate candidate) {
    boolean free = claims.takeDelivery(candidate.row().id());
    if (free) {
      candidates.add(candidate);
    }
    return free;
  }

  /** What could not be made a candidate of. */
  void add(DeliveryRow row, Refusal why) {
    if (claims.takeDelivery(row.id())) {
      broken.put(row, why);
    }
  }

  List<Candidate> candidates() {
    return candidates;
  }

  Map<DeliveryRow, Refusal> broken() {
    return broken;
  }

  void release() {
    candidates.forEach(candidate -> claims.releaseDelivery(candidate.row().id()));
    broken.keySet().forEach(row -> claims.releaseDelivery(row.id()));
  }
}
