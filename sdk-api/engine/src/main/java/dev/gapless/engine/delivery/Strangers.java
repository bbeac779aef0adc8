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

/**
 * Those for whom a search has just named no one person, remembered for a minute, in memory only:
 * otherwise each entry of somebody unknown would bring a question. Thread-safe.
 */
final class Strangers {
  private static final int MOST = 10_000;
  private static final Duration TRUSTED_FOR = Duration.ofMinutes(1);

  private final Clock clock;
  private final Map<Set<Identifier>, Answer> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Set<Identifier>, Answer> eldest) {
          return size() > MOST;
        }
      };
  private long edition;

  Strangers(Clock clock) {
    this.clock = clock;
  }

  /** Changes whenever all are forgotten: an answer to a question from before is worth nothing. */
  synchronized long edition() {
    return edition;
  }

  /** Who was found for exactly these identifiers. */
  synchronized Optional<List<CrmPerson>> recall(Party party) {
    return Optional.ofNullable(known.get(Set.copyOf(party.identifiers())))
        .filter(answer -> answer.until().isAfter(clock.instant()))
        .map(Answer::matches);
  }

  /**
   * @param asked the {@link #edition()} when the question was put
   */
  synchronized void remember(Party party, List<CrmPerson> matches, long asked) {
    if (asked == edition) {
      Instant until = clock.instant().plus(TRUSTED_FOR);
      known.put(Set.copyOf(party.identifiers()), new Answer(matches, until));
    }
  }

  /** The CRM's people have changed. */
  synchronized void forget() {
    edition++;
    known.clear();
  }

  private record Answer(List<CrmPerson> matches, Instant until) {}
}
