// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import dev.gapless.api.Party;
import dev.gapless.api.Refusal;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.PersonMaker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a {@link FakeCrm} makes people: it enforces nothing, and its search shows them late. */
final class FakeMaker implements PersonMaker {
  /** How a call goes; well unless said. */
  enum Mood {
    WELL,
    /** Makes the person, but nobody hears of it. */
    ANSWER_LOST,
    /** Nothing arrives, and nobody hears of that either. */
    REQUEST_LOST,
    /** No answer; the person appears ten seconds later. */
    LATE,
    /** The process dies when the person is made and no answer was read. */
    KILLED_AFTER,
    /** The process dies before anything is sent. */
    KILLED_BEFORE
  }

  record Made(String phone, CrmPerson person, Instant visibleFrom) {}

  final List<Made> made = new ArrayList<>();
  final Deque<Mood> moods = new ArrayDeque<>();
  Optional<Refusal> refusal = Optional.empty();

  /** Whom the CRM fails at. */
  final Map<String, Refusal> refusals = new HashMap<>();

  Duration lag = FakeCrm.LAG;
  Runnable meanwhile = () -> {};
  int calls;
  private final Clock clock;

  FakeMaker(Clock clock) {
    this.clock = clock;
  }

  /** What this CRM searches people by. */
  static String phone(Party party) {
    return party.identifiers().get(0).value();
  }

  List<CrmPerson> visible(String phone) {
    return made.stream()
        .filter(one -> one.phone().equals(phone) && !one.visibleFrom().isAfter(clock.instant()))
        .map(Made::person)
        .toList();
  }

  @Override
  public Answer make(Party party) {
    calls++;
    meanwhile.run();
    if (refusal.isPresent()) {
      return new Answer.Refused(refusal.get());
    }
    if (refusals.containsKey(phone(party))) {
      return new Answer.Refused(refusals.get(phone(party)));
    }
    return switch (Optional.ofNullable(moods.poll()).orElse(Mood.WELL)) {
      case WELL -> new Answer.Made(add(party, lag));
      case ANSWER_LOST -> {
        add(party, lag);
        yield new Answer.Unknown("time-out");
      }
      case REQUEST_LOST -> new Answer.Unknown("time-out");
      case LATE -> {
        add(party, FakeCrm.LATEST_COMMIT.plus(lag));
        throw new IllegalStateException("time-out");
      }
      case KILLED_AFTER -> {
        add(party, lag);
        throw new FakeCrm.Killed();
      }
      case KILLED_BEFORE -> throw new FakeCrm.Killed();
    };
  }

  private CrmPerson add(Party party, Duration hidden) {
    CrmPerson person = new CrmPerson("N-" + (made.size() + 1), "person", Instant.EPOCH);
    made.add(new Made(phone(party), person, clock.instant().plus(hidden)));
    return person;
  }
}
