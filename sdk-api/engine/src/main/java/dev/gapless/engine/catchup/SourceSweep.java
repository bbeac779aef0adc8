// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.catchup;

import dev.gapless.api.Refusal;
import dev.gapless.api.channel.CatchUpAnswer;
import dev.gapless.api.channel.CatchUpSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sweeps of one source, one after another, step by step. Used by one thread at a time. */
final class SourceSweep {
  private static final Logger log = LoggerFactory.getLogger(SourceSweep.class);

  private final Readback tools;
  private final CatchUpSource source;
  private final Memory memory;
  private Optional<Release> release = Optional.empty();
  private volatile Due due;
  private volatile Optional<String> waitsFor = Optional.empty();
  private int refusals;

  SourceSweep(Readback tools, CatchUpSource source) {
    this.tools = tools;
    this.source = source;
    this.memory = new Memory(tools.journal(), tools.committer(), tools.channel(), source.name());
    this.due = dueAt(firstDue());
  }

  Instant due() {
    return due.seenAt(now());
  }

  Progress progress() {
    return Progress.of(source, state(), waitsFor);
  }

  private SourceState state() {
    return memory.load().orElseGet(this::atFirst);
  }

  /** Has the next sweep go at least as far back, and begin at once. */
  void ask(Instant since) {
    memory.ask(since);
    due = dueAt(now());
  }

  /** Does one piece; returns whether more can be done at once. */
  boolean step() {
    SourceState state = state();
    if (state.running().isEmpty()) {
      memory.begin(state, now(), tools.keys());
      return true;
    }
    Sweep sweep = state.running().get();
    return sweep.read() ? release(state, sweep) : read(state, sweep);
  }

  private boolean read(SourceState state, Sweep sweep) {
    CatchUpAnswer answer = ask(sweep);
    if (answer instanceof CatchUpAnswer.Page page) {
      hold(state, sweep, page);
      refusals = 0;
      waitsFor = Optional.empty();
      return true;
    }
    return refused(state, sweep, ((CatchUpAnswer.Refused) answer).refusal());
  }

  private CatchUpAnswer ask(Sweep sweep) {
    try {
      return tools.reader().read(source, sweep.since(), sweep.cursor());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return new CatchUpAnswer.Refused(
          Refusal.of(
              Refusal.Category.TRANSIENT,
              Refusal.Scope.CONNECTION,
              "",
              "the connector broke with " + e.getClass().getSimpleName()));
    }
  }

  private void hold(SourceState state, Sweep sweep, CatchUpAnswer.Page page) {
    boolean stuck = page.next().isPresent() && page.next().equals(sweep.cursor());
    Sweep next = sweep.page(page.next());
    memory.hold(
        page.body(),
        now(),
        state.with(stuck ? next.cutShort("the platform answers one page again and again") : next));
  }

  private boolean refused(SourceState state, Sweep sweep, Refusal refusal) {
    if (refusal.category().retryable()) {
      waitBecauseOf(refusal);
      return false;
    }
    boolean cursorToBlame = sweep.cursor().isPresent() && !sweep.fromStartAgain();
    memory.save(state.with(cursorToBlame ? sweep.again() : sweep.cutShort(refusal.summary())));
    return true;
  }

  private void waitBecauseOf(Refusal refusal) {
    refusals++;
    Duration wait = tools.backoff().after(refusals, refusal.retryAfter());
    due = dueAt(now().plus(wait));
    if (waitsFor.isEmpty()) {
      log.warn(
          "channel '{}': reading back {} waits; nothing is lost: {}",
          tools.channel(),
          source.name(),
          refusal.summary());
    }
    waitsFor = Optional.of(refusal.summary());
  }

  private boolean release(SourceState state, Sweep sweep) {
    Release now = release.orElseGet(() -> new Release(tools, memory, sweep));
    release = Optional.of(now);
    SourceState next = now.step(state, sweep);
    if (next.running().isEmpty()) {
      ended(next.last().orElseThrow());
    }
    return true;
  }

  private void ended(Sweep sweep) {
    release = Optional.empty();
    due = dueAt(memory.isAsked() ? now() : next(sweep.startedAt()));
    log.info(
        "channel '{}': {} read back since {}: {} pages, {} new, {} known{}",
        tools.channel(),
        source.name(),
        sweep.since(),
        sweep.pages(),
        sweep.recovered(),
        sweep.known(),
        sweep.problem().map(why -> "; ended early: " + why).orElse(""));
  }

  private SourceState atFirst() {
    return SourceState.startingAt(tools.policy().from().orElseGet(this::now));
  }

  private Instant firstDue() {
    return state().running().isPresent() || memory.isAsked() || tools.policy().every().isPresent()
        ? now()
        : Instant.MAX;
  }

  private Instant next(Instant last) {
    return tools.policy().every().map(last::plus).orElse(Instant.MAX);
  }

  /**
   * A moment to come.
   *
   * @param from when it was fixed
   */
  private record Due(Instant from, Instant at) {
    /**
     * At once by a clock that was set back since, or the length of that would be waited as well.
     */
    Instant seenAt(Instant now) {
      return now.isBefore(from) && at.isBefore(Instant.MAX) ? now : at;
    }
  }

  private Due dueAt(Instant at) {
    return new Due(now(), at);
  }

  private Instant now() {
    return tools.clock().instant();
  }
}
