// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.salesforce;

import dev.gapless.api.channel.WebhookRequest;
import dev.gapless.engine.Gapless;
import dev.gapless.examples.benchmarks.load.Parallel;
import dev.gapless.examples.benchmarks.load.Traffic;
import dev.gapless.http.signature.HubSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Hands webhooks to an engine: many messages at once, or one by one at moments drawn before. */
final class LiveTraffic {
  private static final int SENDERS = 8;
  private static final int PER_BODY = 100;

  private final Gapless gapless;
  private final Conversations conversations;
  private final Traffic traffic;

  LiveTraffic(Gapless gapless, Conversations conversations) {
    this.gapless = gapless;
    this.conversations = conversations;
    this.traffic = new Traffic(conversations::of);
  }

  /** All messages before this one, as fast as they are taken. */
  void backlog(int to) {
    for (int first = 0; first < to; first += PER_BODY) {
      send(traffic.body(first, Math.min(PER_BODY, to - first)));
    }
  }

  /**
   * One webhook per message, from this one to the last (Poisson); those of one conversation leave
   * one after the other.
   */
  void live(int from, double perSecond) {
    long[] due = moments(conversations.messages() - from, perSecond);
    List<Callable<Boolean>> senders = new ArrayList<>();
    for (int sender = 0; sender < SENDERS; sender++) {
      int mine = sender;
      senders.add(() -> sendMine(mine, from, due));
    }
    Parallel.run(SENDERS, senders);
  }

  private static long[] moments(int messages, double perSecond) {
    Random random = new Random(Conversations.SEED);
    long[] due = new long[messages];
    double at = System.nanoTime();
    for (int i = 0; i < messages; i++) {
      at -= Math.log(1 - random.nextDouble()) * 1e9 / perSecond;
      due[i] = (long) at;
    }
    return due;
  }

  private boolean sendMine(int sender, int from, long[] due) throws InterruptedException {
    for (int i = 0; i < due.length; i++) {
      if (conversations.of(from + i) % SENDERS == sender) {
        TimeUnit.NANOSECONDS.sleep(due[i] - System.nanoTime());
        send(traffic.body(from + i));
      }
    }
    return true;
  }

  private void send(byte[] body) {
    Map<String, List<String>> headers = Map.of(HubSignature.HEADER, List.of(Traffic.sign(body)));
    int status =
        gapless.webhook("whatsapp", new WebhookRequest("POST", Map.of(), headers, body)).status();
    if (status != 200) {
      throw new IllegalStateException("a webhook was answered " + status);
    }
  }
}
