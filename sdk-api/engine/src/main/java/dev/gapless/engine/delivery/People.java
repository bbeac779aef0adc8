// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.Party;
import dev.gapless.api.crm.CrmAdapter;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.PeopleAnswer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds whose timeline entries belong to: many parties in one question, the sure ones remembered.
 */
final class People {
  private final CrmAdapter adapter;
  private final PersonChoice choice;
  private final Acquaintances acquaintances;

  People(CrmAdapter adapter, PersonChoice choice, Clock clock) {
    this.adapter = adapter;
    this.choice = choice;
    this.acquaintances = new Acquaintances(clock);
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
                acquaintances
                    .recall(party)
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

  /** There is a record for the party that a search may not show yet. */
  void remember(Party party, CrmPerson person) {
    acquaintances.remember(party, person);
  }

  /** The record is not there any more: it was merged, converted or deleted. */
  void forget(CrmPerson person) {
    acquaintances.forget(person);
  }

  static Optional<Party> askable(Candidate candidate) {
    return candidate.interaction().customer().filter(party -> !party.identifiers().isEmpty());
  }

  private Timeline decide(Candidate candidate, Map<Party, List<CrmPerson>> found) {
    if (candidate.isUpdate()) {
      return new Timeline.Of(
          Optional.ofNullable(candidate.row().refs().ids().get(Candidate.PERSON))
              .map(id -> new CrmPerson(id, "", Instant.EPOCH)));
    }
    return askable(candidate)
        .map(party -> choice.of(party, found.getOrDefault(party, List.of())))
        .orElseGet(() -> new Timeline.Of(Optional.empty()));
  }

  private void remember(Party party, List<CrmPerson> matches) {
    if (matches.size() == 1) {
      acquaintances.remember(party, matches.get(0));
    }
  }
}
