// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.Party;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.engine.journal.Committer;
import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The people of one destination whose records are being made or are so new that a search may not
 * show them, kept in the journal: a crash must not make a second one. Thread-safe.
 */
final class Makings {
  private static final String OWNER = "gapless:people";
  private static final int MOST = 300;
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final String destination;
  private final Committer committer;
  private final Clock clock;
  private final Optional<Duration> doubtsKept;
  private final Duration newKept;
  private final List<Making> all = new ArrayList<>();

  /**
   * @param believable how long a record may stay out of sight after a call has ended
   * @param forEver whether a doubt is kept until the record is found
   */
  Makings(
      String destination, Committer committer, Clock clock, Duration believable, boolean forEver) {
    this.destination = destination;
    this.committer = committer;
    this.clock = clock;
    this.newKept = believable.plus(KEPT);
    this.doubtsKept = forEver ? Optional.empty() : Optional.of(newKept);
  }

  /**
   * A call may have left at any moment until the last process died, so its time counts from now.
   */
  synchronized void load(Journal journal) {
    journal
        .read(view -> view.state(OWNER, destination))
        .map(MakingsJson::read)
        .orElse(List.of())
        .forEach(each -> all.add(each.isDoubt() ? each.since(clock.instant()) : each));
  }

  synchronized Optional<Making> of(Party party) {
    return all.stream().filter(each -> each.isOf(party)).findFirst();
  }

  synchronized boolean hasDoubtAbout(Party party) {
    return all.stream().anyMatch(each -> each.isDoubt() && each.isOf(party));
  }

  /** Whether there are so many doubts that no further person may be made. */
  synchronized boolean isFull() {
    tidy();
    return all.stream().filter(Making::isDoubt).count() >= MOST;
  }

  /** A call about this person leaves, or has ended without an answer. Durable on return. */
  void doubt(Party party) {
    replace(party, Optional.of(Making.doubt(party, clock.instant())));
  }

  void made(Party party, CrmPerson person) {
    replace(party, Optional.of(Making.done(party, clock.instant(), person)));
  }

  /** There is nothing in doubt about this person any more. */
  void clear(Party party) {
    replace(party, Optional.empty());
  }

  /**
   * The record is not there any more, whatever becomes of this commit. Stored even if nobody is
   * removed: the commit may be run again after it was rolled back.
   */
  void forget(JournalTransaction tx, CrmPerson person) {
    remove(each -> each.person().filter(who -> who.id().equals(person.id())).isPresent());
    save(tx);
  }

  private void replace(Party party, Optional<Making> by) {
    synchronized (this) {
      remove(each -> each.isOf(party));
      by.ifPresent(all::add);
      tidy();
    }
    // Not under the lock: the thread that commits may wait for it.
    committer.commit(1, this::save);
  }

  private synchronized boolean remove(Predicate<Making> which) {
    return all.removeIf(which);
  }

  private synchronized boolean save(JournalTransaction tx) {
    tx.putState(OWNER, destination, MakingsJson.write(all));
    return true;
  }

  private void tidy() {
    Instant now = clock.instant();
    all.removeIf(
        each ->
            (each.isDoubt() ? doubtsKept : Optional.of(newKept))
                .filter(kept -> each.since().plus(kept).isBefore(now))
                .isPresent());
    while (all.stream().filter(each -> !each.isDoubt()).count() > MOST) {
      all.remove(all.stream().filter(each -> !each.isDoubt()).findFirst().orElseThrow());
    }
  }
}
