// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import dev.gapless.examples.quickstart.console.Console;
import dev.gapless.examples.quickstart.console.Patience;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.SplittableRandom;

/** Posts and kills before a CRM in bad weather, then lets everything settle. */
final class Trial {
  private static final Duration TO_ACKNOWLEDGE = Duration.ofMinutes(1);
  private static final Duration TO_SETTLE = Duration.ofMinutes(5);
  private static final Duration TALKING_SINCE = Duration.ofHours(1);

  private final RunOptions options;
  private final CrmServer crm;
  private final LateCommits timer;
  private final SplittableRandom random;
  private final Tally tally = new Tally();
  private final HostLives host;
  private final Traffic traffic;

  /**
   * @param timer the CRM's
   */
  Trial(
      RunOptions options,
      CrmServer crm,
      LateCommits timer,
      Path settings,
      SplittableRandom random) {
    this.options = options;
    this.crm = crm;
    this.timer = timer;
    this.random = random;
    HostAddress address = new HostAddress();
    this.host = new HostLives(settings, address);
    long start = Clock.systemUTC().instant().minus(TALKING_SINCE).getEpochSecond();
    this.traffic = new Traffic(address, tally, start, random.split());
  }

  /** Runs it; the host has ended then, and its journal is closed. */
  Aftermath run(Console console) throws IOException, InterruptedException {
    try (Progress progress = new Progress(console, this::progress)) {
      crm.faults(Weather.bad(options.strategy()));
      traffic.start();
      host.killAgainAndAgain(options.kills(), random.split());
      URI last = host.lastLife();
      long unanswered = traffic.stop(TO_ACKNOWLEDGE);
      crm.faults(Weather.calm(options.strategy()));
      HostView view = new HostView(last);
      // Before the CRM has committed what hangs, a second copy may still be on its way.
      Patience.until(() -> timer.allLanded() && view.waiting() == 0, TO_SETTLE);
      Duration time = progress.time();
      Aftermath aftermath =
          new Aftermath(time, tally, traffic.posted(), unanswered, view.deepBooks(), timer.count());
      host.stop();
      return aftermath;
    }
  }

  private String progress() {
    return "killed %d of %d; %d webhooks with %d events acknowledged; %d CRM calls"
        .formatted(
            host.killed(),
            options.kills(),
            tally.acknowledgedBodies(),
            tally.acknowledgedEvents(),
            crm.allCalls());
  }

  /** Leaves no process behind, whatever happened. */
  void abandon() {
    host.abandon();
  }
}
