// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.Identifier;
import dev.gapless.api.Party;
import dev.gapless.api.crm.CrmPerson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People found for sure, remembered for a while, in memory only. Thread-safe. */
final class Acquaintances {
  private static final int MOST = 10_000;
  private static final Duration TRUSTED_FOR = Duration.ofMinutes(10);

  private final Clock clock;
  private final Map<List<Identifier>, Sighting> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Identifier>, Sighting> eldest) {
          return size() > MOST;
        }
      };

  Acquaintances(Clock clock) {
    this.clock = clock;
  }

  synchronized Optional<CrmPerson> recall(Party party) {
    return Optional.ofNullable(known.get(party.identifiers()))
        .filter(sighting -> sighting.until().isAfter(clock.instant()))
        .map(Sighting::person);
  }

  synchronized void remember(Party party, CrmPerson person) {
    Instant until = clock.instant().plus(TRUSTED_FOR);
    known.put(party.identifiers(), new Sighting(person, until));
  }

  /** The record is not there any more, under whatever identifiers it was found. */
  synchronized void forget(CrmPerson person) {
    known.values().removeIf(sighting -> sighting.person().id().equals(person.id()));
  }

  private record Sighting(CrmPerson person, Instant until) {}
}
