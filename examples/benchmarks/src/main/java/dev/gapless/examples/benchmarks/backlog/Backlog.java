// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.backlog;

import dev.gapless.api.channel.WebhookRequest;
import dev.gapless.engine.Gapless;
import dev.gapless.examples.benchmarks.crm.PricedCrm;
import dev.gapless.examples.benchmarks.load.Traffic;
import dev.gapless.examples.benchmarks.side.GaplessSide;
import dev.gapless.http.signature.HubSignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** An engine that takes webhooks and delivers nothing. */
final class Backlog implements AutoCloseable {
  private static final int CALLERS = 32;
  private static final int PER_BODY = 100;

  private final Traffic traffic;
  private final Gapless gapless;
  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
  private long next;

  Backlog(Path journal, Traffic traffic) {
    this.traffic = traffic;
    try {
      Files.createDirectories(journal.resolveSibling(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    gapless = GaplessSide.open(journal, new PricedCrm());
  }

  /** Takes so many in, a hundred to a body. */
  void fill(int contacts) {
    for (int left = contacts; left > 0; left -= PER_BODY * CALLERS) {
      List<Callable<Boolean>> work = new ArrayList<>();
      for (int i = 0; i < CALLERS && i * PER_BODY < left; i++) {
        int messages = Math.min(PER_BODY, left - i * PER_BODY);
        long first = next;
        next += messages;
        work.add(() -> post(traffic.body(first, messages)));
      }
      all(work);
    }
  }

  /** Microseconds a contact, each in a webhook of its own. */
  double append(int contacts) {
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int i = 0; i < contacts; i++) {
      byte[] body = traffic.body(next++);
      work.add(() -> post(body));
    }
    long start = System.nanoTime();
    all(work);
    return (System.nanoTime() - start) / 1e3 / contacts;
  }

  private boolean post(byte[] body) {
    Map<String, List<String>> headers = Map.of(HubSignature.HEADER, List.of(Traffic.sign(body)));
    WebhookRequest request = new WebhookRequest("POST", Map.of(), headers, body);
    int status = gapless.webhook("whatsapp", request).status();
    if (status != 200) {
      throw new IllegalStateException("a webhook was answered " + status);
    }
    return true;
  }

  private void all(List<Callable<Boolean>> work) {
    try {
      for (Future<Boolean> one : callers.invokeAll(work)) {
        one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    callers.shutdown();
    gapless.close();
  }
}
