// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.Refusal;
import dev.gapless.engine.work.Backoff;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Stands before one CRM connection. While it is shut nothing is sent and nothing is spent; then one
 * probe decides. One alarm when it shuts and when the reason becomes another, one line when it
 * opens again.
 */
final class Gate {
  private static final Logger log = LoggerFactory.getLogger(Gate.class);
  private static final int WINDOW = 10;
  private static final int FEWEST_CALLS = 4;
  private static final Duration TRIAL = Duration.ofMinutes(10);

  /** How one may pass. */
  enum Passage {
    OPEN,
    /** Only to ask the CRM whether it is well; the answer goes to {@link #probed}. */
    PROBE,
    SHUT
  }

  private final String destination;
  private final Clock clock;
  private final Backoff backoff;
  private final CircuitBreaker breaker;
  private Instant turned = Instant.MIN;
  private Instant lastSuccess = Instant.MIN;
  private Optional<Stop> stop = Optional.empty();
  private Optional<Trial> trial = Optional.empty();
  private boolean relapsed;
  private int refusals;

  Gate(String destination, Clock clock, Backoff backoff) {
    this.destination = destination;
    this.clock = clock;
    this.backoff = backoff;
    this.breaker =
        CircuitBreaker.of(
            destination,
            CircuitBreakerConfig.custom()
                .clock(clock)
                // Nothing is written before the first check of the set-up has passed.
                .initialState(CircuitBreaker.State.HALF_OPEN)
                .slidingWindow(WINDOW, FEWEST_CALLS, SlidingWindowType.COUNT_BASED)
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitIntervalFunctionInOpenState(failure -> backoff.after(failure).toMillis())
                .writableStackTraceEnabled(false)
                .build());
    breaker.getEventPublisher().onStateTransition(event -> turned = clock.instant());
  }

  synchronized Passage passage() {
    if (breaker.getState() == CircuitBreaker.State.CLOSED) {
      return Passage.OPEN;
    }
    if (breaker.getState() == CircuitBreaker.State.OPEN && clock.instant().isBefore(turned)) {
      // The clock was set back: how much of the pause is over can only be asked.
      breaker.transitionToHalfOpenState();
    }
    return breaker.tryAcquirePermission() ? Passage.PROBE : Passage.SHUT;
  }

  /** The CRM answered a call about entries. */
  synchronized void answered() {
    lastSuccess = clock.instant();
    succeeded();
    if (breaker.getState() == CircuitBreaker.State.CLOSED) {
      trial.filter(Trial::relapse).ifPresent(this::goesOn);
      trial = Optional.empty();
      refusals = 0;
    }
  }

  /** A call brought no usable answer; enough of them shut the gate. */
  synchronized void unanswered() {
    endOldTrial();
    breaker.onError(0, TimeUnit.MILLISECONDS, new Unanswered());
    if (breaker.getState() == CircuitBreaker.State.OPEN && stop.isEmpty()) {
      stopped(
          Refusal.of(
              Refusal.Category.OUTAGE, Refusal.Scope.CONNECTION, "", "most calls bring no answer"));
    }
  }

  /** The CRM refused the whole connection: shut at once. */
  synchronized void refused(Refusal refusal) {
    endOldTrial();
    if (breaker.getState() != CircuitBreaker.State.OPEN) {
      breaker.transitionToOpenStateFor(backoff.after(++refusals, refusal.retryAfter()));
    }
    stopped(refusal);
  }

  /** The CRM answered a look-up: it is there, which says nothing of its writes. */
  synchronized void readable() {
    succeeded();
  }

  /** What the probe said; a refusal shuts the gate for longer. */
  synchronized void probed(Optional<Refusal> refusal) {
    if (refusal.isPresent()) {
      refused(refusal.get());
    } else {
      // It says nothing of entries: those that got no answer meanwhile are not to blame yet.
      succeeded();
    }
  }

  /** Whether the CRM has answered about entries since; then a failure is the entry's own. */
  synchronized boolean answeredSince(Instant moment) {
    return lastSuccess.isAfter(moment);
  }

  synchronized Optional<Stop> stop() {
    return stop;
  }

  private void stopped(Refusal refusal) {
    Optional<Stop> before = stop.or(() -> trial.map(Trial::stop));
    if (stop.isEmpty()) {
      relapsed = trial.isPresent();
      trial = Optional.empty();
    }
    Instant since = before.map(Stop::since).orElseGet(clock::instant);
    Optional<Stop> told = before.filter(one -> one.covers(refusal));
    stop = Optional.of(new Stop(since, refusal, told.map(Stop::told).orElse(refusal.category())));
    if (told.isPresent()) {
      log.debug("{} stopped as before: {}", destination, refusal.summary());
    } else {
      alarm(refusal);
    }
  }

  private void alarm(Refusal refusal) {
    // Going too fast is everyday life: nobody has to act.
    log.atLevel(refusal.category() == Refusal.Category.THROTTLED ? Level.INFO : Level.WARN)
        .log("{} stopped; nothing is lost: {}", destination, refusal.summary());
  }

  private void succeeded() {
    breaker.onSuccess(0, TimeUnit.MILLISECONDS);
    if (breaker.getState() == CircuitBreaker.State.CLOSED && stop.isPresent()) {
      trial = Optional.of(new Trial(stop.get(), clock.instant(), relapsed));
      stop = Optional.empty();
      trial.filter(one -> !one.relapse()).ifPresent(this::goesOn);
    }
  }

  private void goesOn(Trial one) {
    log.info("{} go on; stopped since {}", destination, one.stop().since());
  }

  private void endOldTrial() {
    Instant now = clock.instant();
    if (trial.filter(one -> one.from().plus(TRIAL).isBefore(now)).isPresent()) {
      trial = Optional.empty();
      refusals = 0;
    }
  }

  /**
   * Open because a probe passed, with no real call answered yet: what a probe does not see may stop
   * it again, and that is the same stop.
   */
  private record Trial(Stop stop, Instant from, boolean relapse) {}

  /**
   * Why nothing goes to the CRM.
   *
   * @param told the reason of which the alarm spoke
   */
  record Stop(Instant since, Refusal refusal, Refusal.Category told) {
    /** Whether whoever heard the alarm need not hear of the other reason. */
    boolean covers(Refusal other) {
      return told == other.category()
          || (passesByItself(other) && told != Refusal.Category.THROTTLED);
    }

    private static boolean passesByItself(Refusal refusal) {
      return switch (refusal.category()) {
        case THROTTLED, TRANSIENT, LOCKED, OUTAGE -> true;
        case AUTHENTICATION, QUOTA, SETUP, PERSON_GONE, GONE, INVALID -> false;
      };
    }
  }

  /** Tells the breaker of a failure that was no exception. */
  private static final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unanswered() {
      super("no answer", null, false, false);
    }
  }
}
