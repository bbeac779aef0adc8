// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.Party;
import dev.gapless.api.Refusal;
import dev.gapless.api.crm.CrmAdapter;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.PeopleAnswer;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Finds whose timeline entries belong to: many parties in one question, the sure ones remembered;
 * where calls are what costs, for a moment also those who are in no timeline.
 */
final class People {
  private final CrmAdapter adapter;
  private final PersonChoice choice;
  private final boolean sparing;
  private final Function<Throwable, Refusal> broken;
  private final int most;
  private final Acquaintances acquaintances;
  private final Strangers strangers;

  /** How many of those tried before may share a question. */
  private final BatchLimit again;

  /**
   * @param sparing whether who is in nobody's timeline is remembered as well
   * @param broken what it means that the adapter threw
   */
  People(
      CrmAdapter adapter,
      PersonChoice choice,
      boolean sparing,
      Function<Throwable, Refusal> broken,
      Clock clock) {
    this.adapter = adapter;
    this.choice = choice;
    this.sparing = sparing;
    this.broken = broken;
    this.most = adapter.capabilities().maxBatch();
    this.acquaintances = new Acquaintances(clock);
    this.strangers = new Strangers(clock);
    this.again = new BatchLimit(most);
  }

  /**
   * Whose timeline each candidate belongs to, in the same order, or why nobody could be asked.
   *
   * @param ripe a question is put if one of those it is about became due by then; the others are
   *     brought later
   * @param upcoming whose entries are next: who of them is unknown shares the question
   */
  Whose find(List<Candidate> candidates, Instant ripe, Supplier<List<Party>> upcoming) {
    Map<Party, List<CrmPerson>> known = new LinkedHashMap<>();
    Unknown unknown = new Unknown();
    for (Candidate candidate : candidates) {
      if (!candidate.isUpdate()) {
        askable(candidate)
            .ifPresent(
                party ->
                    recall(party)
                        .ifPresentOrElse(
                            matches -> known.put(party, matches),
                            () -> unknown.add(party, candidate.row())));
      }
    }
    List<Party> parties = unknown.next(ripe, again.now());
    boolean tried = parties.stream().anyMatch(unknown::wasTried);
    List<Party> asked = tried ? parties : withOthers(parties, upcoming);
    Optional<Refusal> refusal = asked.isEmpty() ? Optional.empty() : ask(asked, known);
    if (refusal.isPresent()) {
      again.refused(asked.size());
      return new Whose.Refused(refusal.get(), about(parties, candidates), asked.size());
    } else if (tried) {
      again.accepted();
    }
    return new Whose.Known(candidates.stream().map(one -> decide(one, known)).toList());
  }

  private static List<Candidate> about(List<Party> parties, List<Candidate> candidates) {
    return candidates.stream()
        .filter(one -> !one.isUpdate() && askable(one).filter(parties::contains).isPresent())
        .toList();
  }

  private Optional<List<CrmPerson>> recall(Party party) {
    return acquaintances
        .recall(party)
        .map(List::of)
        .or(() -> sparing ? strangers.recall(party) : Optional.empty());
  }

  /** As many as entries go in a call, if the answers are of use when it is their turn. */
  private List<Party> withOthers(List<Party> unknown, Supplier<List<Party>> upcoming) {
    Set<Party> all = new LinkedHashSet<>(unknown);
    if (!all.isEmpty() && sparing && choice.placesAtOnce(List.of()) && all.size() < most) {
      upcoming.get().stream()
          .filter(party -> isAskable(party) && recall(party).isEmpty())
          .takeWhile(party -> all.size() < most)
          .forEach(all::add);
    }
    return List.copyOf(all);
  }

  private Optional<Refusal> ask(List<Party> parties, Map<Party, List<CrmPerson>> known) {
    try {
      return answer(parties, known);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return Optional.of(broken.apply(e));
    }
  }

  private Optional<Refusal> answer(List<Party> parties, Map<Party, List<CrmPerson>> known) {
    long edition = strangers.edition();
    PeopleAnswer answer = adapter.findPeople(parties);
    if (answer instanceof PeopleAnswer.Refused refused) {
      return Optional.of(refused.refusal());
    }
    List<List<CrmPerson>> matches = ((PeopleAnswer.Found) answer).matches();
    for (int i = 0; i < parties.size(); i++) {
      known.put(parties.get(i), matches.get(i));
      remember(parties.get(i), matches.get(i), edition);
    }
    return Optional.empty();
  }

  private void remember(Party party, List<CrmPerson> matches, long edition) {
    if (matches.size() == 1) {
      acquaintances.remember(party, matches.get(0));
    } else if (sparing && choice.placesAtOnce(matches)) {
      strangers.remember(party, matches, edition);
    }
  }

  void remember(Party party, CrmPerson person) {
    acquaintances.remember(party, person);
  }

  /** The record is not there any more: it was merged, converted or deleted. */
  void forget(CrmPerson person) {
    acquaintances.forget(person);
    strangers.forget();
  }

  /** Somebody may have added people to the CRM: whoever is unknown is asked for again. */
  void forgetStrangers() {
    strangers.forget();
  }

  static Optional<Party> askable(Candidate candidate) {
    return candidate.interaction().customer().filter(People::isAskable);
  }

  private static boolean isAskable(Party party) {
    return !party.identifiers().isEmpty();
  }

  private Timeline decide(Candidate candidate, Map<Party, List<CrmPerson>> found) {
    if (candidate.isUpdate()) {
      return new Timeline.Of(
          Optional.ofNullable(candidate.row().refs().ids().get(Candidate.PERSON))
              .map(id -> new CrmPerson(id, "", Instant.EPOCH)));
    }
    return askable(candidate)
        .map(party -> decide(party, Optional.ofNullable(found.get(party))))
        .orElseGet(() -> new Timeline.Of(Optional.empty()));
  }

  private Timeline decide(Party party, Optional<List<CrmPerson>> matches) {
    return matches.<Timeline>map(these -> choice.of(party, these)).orElseGet(Timeline.Later::new);
  }
}
