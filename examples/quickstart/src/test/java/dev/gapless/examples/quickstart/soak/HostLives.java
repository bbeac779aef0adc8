// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** One host and its many processes: each begins where the one before was cut off. */
final class HostLives {
  private static final Duration SHORTEST = Duration.ofMillis(300);
  private static final Duration LONGEST = Duration.ofSeconds(3);
  private static final Duration BIRTH = Duration.ofSeconds(2);

  /** One in so many dies while it starts, and perhaps settles what the last one left. */
  private static final int STILLBORN = 8;

  private final Path settings;
  private final HostAddress address;
  private volatile Optional<HostProcess> current = Optional.empty();
  private final AtomicInteger killed = new AtomicInteger();

  HostLives(Path settings, HostAddress address) {
    this.settings = settings;
    this.address = address;
  }

  /** Starts it and kills it, mostly some moments after it was ready; chance decides when. */
  void killAgainAndAgain(int times, SplittableRandom moments)
      throws IOException, InterruptedException {
    for (int i = 0; i < times; i++) {
      HostProcess host = start();
      if (moments.nextInt(STILLBORN) == 0) {
        host.live(between(Duration.ZERO, BIRTH, moments));
      } else {
        address.is(host.url());
        host.live(between(SHORTEST, LONGEST, moments));
      }
      host.kill();
      address.isGone();
      killed.incrementAndGet();
    }
  }

  private static Duration between(Duration least, Duration most, SplittableRandom moments) {
    return Duration.ofNanos(moments.nextLong(least.toNanos(), most.toNanos()));
  }

  /** Starts it for good, and returns where it is when it has lived as long as ever before. */
  URI lastLife() throws IOException, InterruptedException {
    HostProcess host = start();
    address.is(host.url());
    host.live(LONGEST);
    return host.url();
  }

  private HostProcess start() throws IOException {
    HostProcess host = HostProcess.start(settings);
    current = Optional.of(host);
    return host;
  }

  /** How often it was killed so far. */
  int killed() {
    return killed.get();
  }

  /** Asks it to end; it closes its journal then. */
  void stop() throws InterruptedException {
    current.orElseThrow().stop();
  }

  /** Leaves no process behind, whatever happened. */
  void abandon() {
    current.ifPresent(HostProcess::abandon);
  }
}
