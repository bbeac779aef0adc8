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
import java.util.Set;

/** People found for sure, remembered for a while, in memory only. Thread-safe. */
final class Acquaintances {
  private static final int MOST = 10_000;
  private static final Duration TRUSTED_FOR = Duration.ofMinutes(10);

  private final Clock clock;
  private final Map<Identifier, Sighting> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Identifier, Sighting> eldest) {
          return size() > MOST;
        }
      };

  Acquaintances(Clock clock) {
    this.clock = clock;
  }

  /**
   * Who is known for certain: the CRM has named one person for all these identifiers together, and
   * perhaps more of them. So somebody who loses a number stays who it was.
   */
  synchronized Optional<CrmPerson> recall(Party party) {
    List<Identifier> ids = LastingIds.of(party);
    return ids.stream()
        .findFirst()
        .map(known::get)
        .filter(sighting -> sighting.until().isAfter(clock.instant()))
        .filter(sighting -> sighting.ids().containsAll(ids))
        .map(Sighting::person);
  }

  synchronized void remember(Party party, CrmPerson person) {
    Set<Identifier> ids = Set.copyOf(LastingIds.of(party));
    Sighting sighting = new Sighting(person, ids, clock.instant().plus(TRUSTED_FOR));
    ids.forEach(each -> known.put(each, sighting));
  }

  /** The record is not there any more, under whatever identifiers it was found. */
  synchronized void forget(CrmPerson person) {
    known.values().removeIf(sighting -> sighting.person().id().equals(person.id()));
  }

  private record Sighting(CrmPerson person, Set<Identifier> ids, Instant until) {}
}
