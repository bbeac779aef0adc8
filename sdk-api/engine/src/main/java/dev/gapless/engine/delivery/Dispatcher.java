// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.Refusal;
import dev.gapless.api.SetupReport;
import dev.gapless.engine.books.Books;
import dev.gapless.engine.journal.Committer;
import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.work.Errand;
import dev.gapless.engine.work.Nap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what is due to one destination, pass by pass; several threads may run passes. */
public final class Dispatcher implements Errand {
  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
  private static final Duration SHUT_NAP = Duration.ofMillis(200);

  private final Destination to;
  private final Journal journal;
  private final Clock clock;
  private final PersonMaking making;
  private final DeliveryRun run;
  private final CrashRecovery recovery;

  public Dispatcher(
      Destination to, Journal journal, Committer committer, Books books, Clock clock) {
    this.to = to;
    this.journal = journal;
    this.clock = clock;
    Moves moves = new Moves(to, books, clock);
    this.making = new PersonMaking(to, committer, clock);
    this.run = new DeliveryRun(to, new Queue(journal, to), committer, moves, making, clock);
    this.recovery = new CrashRecovery(to, journal, committer, moves, clock);
  }

  public Destination destination() {
    return to;
  }

  @Override
  public String title() {
    return to.title();
  }

  @Override
  public int hands() {
    return to.can.maxConcurrentCalls();
  }

  /** Settles what the last process left announced; once, before the first pass. */
  public void recover() {
    making.makings.load(journal);
    int found = recovery.run();
    if (found > 0) {
      log.warn(
          "{}: {} were on their way when the last process stopped; each is settled before its lane"
              + " goes on",
          to.title(),
          found);
    }
  }

  @Override
  public boolean pass() {
    return switch (to.gate.passage()) {
      case OPEN -> run.walk();
      case PROBE -> probed();
      case SHUT -> false;
    };
  }

  @Override
  public Nap nap(Duration most) {
    if (to.stoppedBecause().isPresent()) {
      return Nap.sound(SHUT_NAP);
    }
    Instant now = clock.instant();
    Duration held = to.linger.left(now);
    Duration longest = held.isZero() || held.compareTo(most) > 0 ? most : held;
    return Nap.light(
        journal
            .read(view -> view.nextDue(to.row.id(), now))
            .map(due -> Duration.between(now, due))
            .filter(wait -> wait.compareTo(longest) < 0)
            .orElse(longest));
  }

  private boolean probed() {
    boolean wasStopped = to.gate.stop().isPresent();
    to.gate.probed(probe());
    boolean open = to.gate.stop().isEmpty();
    if (wasStopped && open) {
      to.limit.afterOutage();
    }
    return open;
  }

  private Optional<Refusal> probe() {
    try {
      SetupReport report = to.adapter.checkSetup();
      return report.isOk() ? Optional.empty() : Optional.of(asRefusal(report));
    } catch (RuntimeException | Error e) {
      // Whatever it is, the gate waits for the answer of its one probe.
      return Optional.of(to.broken("the check of its set-up broke", Refusal.Scope.CONNECTION, e));
    }
  }

  private static Refusal asRefusal(SetupReport report) {
    return Refusal.of(
        report.findings().get(0).category(), Refusal.Scope.CONNECTION, "", report.summary());
  }
}
