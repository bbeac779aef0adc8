// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.catchup;

import dev.gapless.engine.work.Errand;
import dev.gapless.engine.work.Nap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Reads back what the webhooks of one channel missed, source by source in turn. */
public final class CatchUp implements Errand {
  private final String channel;
  private final Clock clock;
  private final Runnable arrived;
  private final List<SourceSweep> sources;
  private final ReentrantLock turn = new ReentrantLock();
  private int next;

  /**
   * @param arrived told that there may be something to deliver
   */
  public CatchUp(Readback readback, Runnable arrived) {
    this.channel = readback.channel();
    this.clock = readback.clock();
    this.arrived = arrived;
    this.sources =
        readback.reader().sources().stream()
            .map(source -> new SourceSweep(readback, source))
            .toList();
  }

  public String channel() {
    return channel;
  }

  /** Sweeps every source at least that far back, beginning now. */
  public void ask(Instant since) {
    sources.forEach(source -> source.ask(since));
  }

  /** How each source stands. */
  public List<Progress> progress() {
    return sources.stream().map(SourceSweep::progress).toList();
  }

  @Override
  public String title() {
    return "reading back channel '" + channel + "'";
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
      Optional<SourceSweep> due = dueInTurn();
      boolean more = due.isPresent() && due.get().step();
      if (due.isPresent()) {
        arrived.run();
      }
      return more;
    } finally {
      turn.unlock();
    }
  }

  private Optional<SourceSweep> dueInTurn() {
    Instant now = clock.instant();
    for (int i = 0; i < sources.size(); i++) {
      SourceSweep one = sources.get((next + i) % sources.size());
      if (!one.due().isAfter(now)) {
        next = (next + i + 1) % sources.size();
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  @Override
  public Nap nap(Duration most) {
    Instant now = clock.instant();
    List<Duration> waits = new ArrayList<>(List.of(most));
    sources.stream()
        .map(SourceSweep::due)
        .filter(due -> due.isBefore(now.plus(most)))
        .forEach(due -> waits.add(Duration.between(now, due)));
    return Nap.light(
        waits.stream()
            .min(Duration::compareTo)
            .filter(wait -> !wait.isNegative())
            .orElse(Duration.ZERO));
  }
}
