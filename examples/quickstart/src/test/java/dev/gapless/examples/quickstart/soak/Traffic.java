// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** All senders with all conversations. */
final class Traffic {
  static final int SENDERS = 12;
  static final int CONVERSATIONS = 204;

  /** How long a sender rests after each body; with it the load, and not more than the CRM takes. */
  private static final Duration REST = Duration.ofMillis(150);

  private final ScheduledThreadPoolExecutor threads =
      new ScheduledThreadPoolExecutor(SENDERS, new Daemons("sender"));
  private final List<Sender> senders = new ArrayList<>();
  private final List<Future<?>> running = new ArrayList<>();

  /**
   * @param start when the conversations began, in seconds since 1970
   */
  Traffic(HostAddress host, Tally tally, long start, SplittableRandom random) {
    for (int sender = 0; sender < SENDERS; sender++) {
      int first = sender;
      List<Talk> talks =
          IntStream.range(0, CONVERSATIONS)
              .filter(talk -> talk % SENDERS == first)
              .mapToObj(talk -> new Talk(talk, start, random.split()))
              .toList();
      senders.add(new Sender(host, new Script(talks, random.split()), tally, random.split()));
    }
  }

  void start() {
    for (int i = 0; i < SENDERS; i++) {
      long delay = REST.toMillis() * i / SENDERS;
      running.add(
          threads.scheduleWithFixedDelay(
              senders.get(i), delay, REST.toMillis(), TimeUnit.MILLISECONDS));
    }
  }

  /**
   * Posts nothing new any more, and waits until everything posted is acknowledged.
   *
   * @return how many bodies are not, when the time is over
   */
  long stop(Duration most) throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(most.toMillis(), TimeUnit.MILLISECONDS)) {
      threads.shutdownNow();
      threads.awaitTermination(most.toMillis(), TimeUnit.MILLISECONDS);
    }
    for (Future<?> one : running) {
      if (one.isDone() && !one.isCancelled()) {
        rethrow(one);
      }
    }
    return senders.stream().filter(Sender::isUnanswered).count();
  }

  /** A sender ends by itself only if it broke. */
  private static void rethrow(Future<?> broken) throws InterruptedException {
    try {
      broken.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a sender broke", e.getCause());
    }
  }

  /** Everything posted, as the CRM must show it in the end; to be asked after the stop. */
  List<Posted> posted() {
    return senders.stream().flatMap(sender -> sender.posted().stream()).toList();
  }
}
