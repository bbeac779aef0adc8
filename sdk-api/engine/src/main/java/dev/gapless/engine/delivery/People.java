// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.Identifier;
import dev.gapless.api.Party;
import dev.gapless.api.crm.CrmAdapter;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.PeopleAnswer;
import dev.gapless.engine.policy.PeoplePolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds whose timeline entries belong to: many parties in one question, the sure ones remembered.
 */
final class People {
  private static final int REMEMBERED = 10_000;
  private static final Duration TRUSTED_FOR = Duration.ofMinutes(10);

  private final CrmAdapter adapter;
  private final PeoplePolicy policy;
  private final Clock clock;
  private final Map<List<Identifier>, Sighting> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Identifier>, Sighting> eldest) {
          return size() > REMEMBERED;
        }
      };

  People(CrmAdapter adapter, PeoplePolicy policy, Clock clock) {
    this.adapter = adapter;
    this.policy = policy;
    this.clock = clock;
  }

  /** Whose timeline each candidate belongs to, in the same order, or why nobody could be asked. */
  Whose find(List<Candidate> candidates) {
    Map<Party, List<CrmPerson>> known = new LinkedHashMap<>();
    List<Party> unknown = new ArrayList<>();
    candidates.stream()
        .filter(candidate -> !candidate.isUpdate())
        .flatMap(candidate -> askable(candidate).stream())
        .distinct()
        .forEach(
            party ->
                recall(party)
                    .ifPresentOrElse(
                        person -> known.put(party, List.of(person)), () -> unknown.add(party)));
    if (!unknown.isEmpty()) {
      PeopleAnswer answer = adapter.findPeople(List.copyOf(unknown));
      if (answer instanceof PeopleAnswer.Refused refused) {
        return new Whose.Refused(refused.refusal());
      }
      List<List<CrmPerson>> matches = ((PeopleAnswer.Found) answer).matches();
      for (int i = 0; i < unknown.size(); i++) {
        known.put(unknown.get(i), matches.get(i));
        remember(unknown.get(i), matches.get(i));
      }
    }
    return new Whose.Known(candidates.stream().map(one -> decide(one, known)).toList());
  }

  /** The record is not there any more: it was merged, converted or deleted. */
  synchronized void forget(Candidate candidate) {
    askable(candidate).ifPresent(party -> remembered.remove(party.identifiers()));
  }

  private Timeline decide(Candidate candidate, Map<Party, List<CrmPerson>> found) {
    if (candidate.isUpdate()) {
      return new Timeline.Of(
          Optional.ofNullable(candidate.row().refs().ids().get(Candidate.PERSON))
              .map(id -> new CrmPerson(id, "", Instant.EPOCH)));
    }
    return askable(candidate)
        .map(party -> found.getOrDefault(party, List.of()))
        .map(this::decide)
        .orElseGet(() -> new Timeline.Of(Optional.empty()));
  }

  private Timeline decide(List<CrmPerson> matches) {
    if (matches.isEmpty()) {
      return policy.none() == PeoplePolicy.None.INBOX
          ? new Timeline.Of(Optional.empty())
          : new Timeline.Park(
              "no person in the CRM has this sender's identifiers; make one, replay");
    }
    if (matches.size() > 1 && policy.several() == PeoplePolicy.Several.PARK) {
      List<String> ids = matches.stream().map(CrmPerson::id).toList();
      return new Timeline.Park("several people match: " + ids + "; join or correct them, replay");
    }
    return new Timeline.Of(matches.stream().max(Comparator.comparing(CrmPerson::changedAt)));
  }

  private static Optional<Party> askable(Candidate candidate) {
    return candidate.interaction().customer().filter(party -> !party.identifiers().isEmpty());
  }

  private synchronized Optional<CrmPerson> recall(Party party) {
    return Optional.ofNullable(remembered.get(party.identifiers()))
        .filter(sighting -> sighting.until().isAfter(clock.instant()))
        .map(Sighting::person);
  }

  private synchronized void remember(Party party, List<CrmPerson> matches) {
    if (matches.size() == 1) {
      Instant until = clock.instant().plus(TRUSTED_FOR);
      remembered.put(new ArrayList<>(party.identifiers()), new Sighting(matches.get(0), until));
    }
  }

  private record Sighting(CrmPerson person, Instant until) {}
}
