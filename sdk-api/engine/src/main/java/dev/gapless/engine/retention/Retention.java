// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.retention;

import dev.gapless.engine.books.Books;
import dev.gapless.engine.journal.Committer;
import dev.gapless.engine.journal.JournalView;
import dev.gapless.engine.policy.RetentionPolicy;
import dev.gapless.engine.work.Errand;
import dev.gapless.engine.work.Nap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes out of the journal what is older than its clocks allow: about every hour, page by page,
 * beside everything else. A page and how far it came are one commit, so that a crash repeats
 * nothing.
 */
public final class Retention implements Errand {
  private static final Logger log = LoggerFactory.getLogger(Retention.class);
  private static final Duration EVERY = Duration.ofHours(1);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
  private static final Duration WALKS_EVERY = Duration.ofDays(1);

  private final RetentionPolicy policy;
  private final Committer committer;
  private final Clock clock;
  private final Files files;
  private final List<Sweep> hourly;
  private final List<Sweep> daily;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile Instant due = Instant.MIN;
  private Instant walksDue = Instant.MIN;
  private Optional<Run> run = Optional.empty();

  /** Whether the log may hold what was removed; an earlier process may have left it so. */
  private boolean unwiped = true;

  private record Run(Cutoffs cutoffs, Deque<Sweep> left, Removed removed) {}

  /**
   * @param leftovers files that go with what they belong to
   * @param remembered what is known of people beside their contacts
   */
  public Retention(
      RetentionPolicy policy,
      Committer committer,
      Books books,
      Leftovers leftovers,
      List<Remembered> remembered,
      Clock clock) {
    this.policy = policy;
    this.committer = committer;
    this.clock = clock;
    files = new Files(leftovers);
    Contents contents = new Contents(files);
    Keys keys = new Keys(books, files);
    hourly =
        List.of(
            new Milestones(),
            new RawBodies.Passed(),
            new RawBodies.LookedAtAgain(),
            contents.passed(),
            contents.lookedAtAgain(),
            keys.passed(),
            keys.lookedAtAgain());
    daily =
        Stream.concat(Stream.<Sweep>of(new OldThreads()), remembered.stream().map(OldNames::new))
            .toList();
  }

  /** Whether contacts have been here of which nothing is known any more. */
  public static boolean hasForgotten(JournalView view) {
    return Cursors.KEYS.get(view) > 0;
  }

  @Override
  public String title() {
    return "retention";
  }

  @Override
  public int hands() {
    return 1;
  }

  @Override
  public boolean pass() {
    if (!turn.tryLock()) {
      return false;
    }
    try {
      Instant now = clock.instant();
      return (run.isPresent() || !due.isAfter(now)) && page(now);
    } finally {
      turn.unlock();
    }
  }

  /** Does the next page; returns whether there is another. */
  private boolean page(Instant now) {
    Run current = run.orElseGet(() -> begin(now));
    // Unless this page succeeds, everything is looked at anew in a while.
    run = Optional.empty();
    due = now.plus(AFTER_FAILURE);
    files.begin();
    Sweep sweep = current.left().remove();
    Sweep.Step step = committer.commit(Sweep.PAGE, tx -> sweep.page(tx, current.cutoffs()));
    files.delete();
    current.removed().add(step.removed());
    unwiped |= current.removed().isAnything();
    step.next().ifPresent(current.left()::addFirst);
    if (current.left().isEmpty()) {
      end(current);
    } else {
      run = Optional.of(current);
    }
    return run.isPresent();
  }

  private Run begin(Instant now) {
    Deque<Sweep> sweeps = new ArrayDeque<>(hourly);
    if (!walksDue.isAfter(now)) {
      sweeps.addAll(daily);
    }
    return new Run(new Cutoffs(now, policy), sweeps, new Removed());
  }

  private void end(Run ended) {
    Instant began = ended.cutoffs().now();
    if (!walksDue.isAfter(began)) {
      walksDue = began.plus(WALKS_EVERY);
    }
    Removed removed = ended.removed();
    wipe();
    if (removed.isAnything()) {
      log.info("retention: {} were old and are gone", removed);
    }
    if (removed.parked() > 0) {
      log.warn(
          "retention: {} deliveries were parked for longer than keys are kept; left out by rule"
              + " 'expired'",
          removed.parked());
    }
    if (removed.unread() > 0) {
      log.warn(
          "retention: {} events were never understood and cannot be read again any more",
          removed.unread());
    }
    due = began.plus(EVERY);
  }

  private void wipe() {
    if (unwiped) {
      committer.commit(
          1,
          tx -> {
            tx.expiry().wipe();
            return true;
          });
      unwiped = false;
    }
  }

  @Override
  public Nap nap(Duration most) {
    Instant now = clock.instant();
    if (due.isAfter(now.plus(most))) {
      return Nap.light(most);
    }
    return Nap.light(due.isAfter(now) ? Duration.between(now, due) : Duration.ZERO);
  }
}
