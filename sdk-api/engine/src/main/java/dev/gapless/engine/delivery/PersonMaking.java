// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.Party;
import dev.gapless.api.Refusal;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.Once;
import dev.gapless.api.crm.PersonMaker;
import dev.gapless.engine.journal.Committer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes the records of people whom a search has just not found: one at a time, announced in the
 * journal first, and never a second one while the first may exist.
 */
final class PersonMaking {
  /** So many calls come before the entries that need none; the others have the next walk. */
  private static final int MOST_IN_A_WALK = 20;

  /** Searches for people often answer from an index, whatever the CRM says of entries. */
  private static final Duration LONGEST_SEARCH_LAG = Duration.ofMinutes(2);

  static final String MAY_HAVE_BEEN_MADE =
      "the person may have been made, and the answer was lost; find or make the record, replay";

  private final Destination to;
  private final Duration believable;
  private final ReentrantLock oneAtATime = new ReentrantLock(true);
  final Makings makings;

  PersonMaking(Destination to, Committer committer, Clock clock) {
    this.to = to;
    Duration settled = to.can.once().settledAfter();
    this.believable = settled.compareTo(LONGEST_SEARCH_LAG) > 0 ? settled : LONGEST_SEARCH_LAG;
    this.makings = new Makings(to.row().name(), committer, clock, believable, looksForEver());
  }

  /** Where a look proves nothing, "not there" is never believed: a person decides. */
  private boolean looksForEver() {
    return to.can.once() instanceof Once.None;
  }

  /**
   * The timelines with people made where one says so; none at all if the CRM refuses the
   * connection.
   *
   * @param asked when the search began that did not find them
   */
  Whose make(List<Candidate> candidates, List<Timeline> timelines, Instant asked) {
    Map<Party, Timeline> made = new HashMap<>();
    List<Timeline> all = new ArrayList<>();
    for (int i = 0; i < timelines.size(); i++) {
      Timeline timeline = timelines.get(i);
      if (timeline instanceof Timeline.Make make) {
        timeline = make(make.party(), made, asked);
      } else if (isFound(candidates.get(i), timeline)) {
        People.askable(candidates.get(i)).filter(makings::hasDoubtAbout).ifPresent(makings::clear);
      }
      if (timeline instanceof Timeline.NotMade not
          && not.refusal().scope() == Refusal.Scope.CONNECTION) {
        return new Whose.Refused(not.refusal(), List.of(candidates.get(i)), 1);
      }
      all.add(timeline);
    }
    return new Whose.Known(all);
  }

  /** Nobody looks for the person of an update, and the inbox is no person. */
  private static boolean isFound(Candidate candidate, Timeline timeline) {
    return !candidate.isUpdate() && timeline instanceof Timeline.Of of && of.person().isPresent();
  }

  private Timeline make(Party party, Map<Party, Timeline> made, Instant asked) {
    Timeline known = made.get(party);
    if (known != null) {
      return known;
    }
    if (made.size() >= MOST_IN_A_WALK || to.gate.stop().isPresent()) {
      return new Timeline.Later();
    }
    Timeline now = alone(party, asked);
    made.put(party, now);
    return now;
  }

  private Timeline alone(Party party, Instant asked) {
    oneAtATime.lock();
    try {
      Optional<Making> known = makings.of(party);
      return known.flatMap(Making::person).isPresent()
          ? new Timeline.Of(known.get().person())
          : known.flatMap(doubt -> unsettled(doubt, asked)).orElseGet(() -> call(party));
    } finally {
      oneAtATime.unlock();
    }
  }

  /** What an earlier call's lost answer means now; empty if it certainly made nobody. */
  private Optional<Timeline> unsettled(Making doubt, Instant asked) {
    Instant halfWay = doubt.since().plus(believable.dividedBy(2));
    Instant end = doubt.since().plus(believable);
    if (asked.isBefore(end)) {
      return Optional.of(new Timeline.Wait(asked.isBefore(halfWay) ? halfWay : end));
    }
    return looksForEver() ? Optional.of(new Timeline.Park(MAY_HAVE_BEEN_MADE)) : Optional.empty();
  }

  private Timeline call(Party party) {
    if (makings.isFull()) {
      return new Timeline.Park("too many people may have been made; find or make this one, replay");
    }
    makings.doubt(party);
    PersonMaker.Answer answer = ask(party);
    if (answer instanceof PersonMaker.Answer.Made made) {
      return made(party, made.person());
    } else if (answer instanceof PersonMaker.Answer.Refused refused) {
      return refused(party, refused.refusal());
    }
    makings.doubt(party);
    to.gate.unanswered();
    return new Timeline.InDoubt(
        "no answer when the person was made: " + ((PersonMaker.Answer.Unknown) answer).detail());
  }

  private Timeline made(Party party, CrmPerson person) {
    makings.made(party, person);
    to.people.remember(party, person);
    to.gate.answered();
    return new Timeline.Of(Optional.of(person));
  }

  private Timeline refused(Party party, Refusal refusal) {
    makings.clear(party);
    if (refusal.scope() == Refusal.Scope.CONNECTION) {
      return new Timeline.NotMade(refusal);
    }
    to.gate.answered();
    return new Timeline.NotMade(
        new Refusal(
            refusal.category(),
            Refusal.Scope.ENTRY,
            refusal.retryAfter(),
            refusal.code(),
            "the person is not made: " + refusal.detail()));
  }

  private PersonMaker.Answer ask(Party party) {
    try {
      return ((PersonMaker) to.adapter).make(party);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return new PersonMaker.Answer.Unknown(to.broken(Refusal.Scope.ENTRY, e).detail());
    }
  }
}
