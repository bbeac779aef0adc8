// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import dev.gapless.http.signature.HubSignature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The platform towards a few conversations, on a connection of its own: posts a body until it is
 * acknowledged, and only then the next, so that the order of receipt is the order of posting.
 */
final class Sender implements Runnable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration BEFORE_REPEAT = Duration.ofMillis(100);
  private static final int REMEMBERED = 20;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final HostAddress host;
  private final Script script;
  private final Tally tally;
  private final RandomGenerator random;
  private final List<WebhookBody> acknowledged = new ArrayList<>();
  private volatile boolean unanswered;

  Sender(HostAddress host, Script script, Tally tally, RandomGenerator random) {
    this.host = host;
    this.script = script;
    this.tally = tally;
    this.random = random;
  }

  /** Posts one body; now and then one more that was acknowledged before. */
  @Override
  public void run() {
    try {
      unanswered = true;
      WebhookBody body = script.next();
      deliver(body);
      unanswered = false;
      remember(body);
      if (random.nextInt(25) == 0) {
        tally.repeatAcknowledged();
        post(host.await(), acknowledged.get(random.nextInt(acknowledged.size())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void deliver(WebhookBody body) throws InterruptedException {
    URI url = host.await();
    while (!post(url, body)) {
      host.awaitLeft(url, BEFORE_REPEAT);
      url = host.await();
      tally.repeatUnanswered();
    }
    tally.acknowledged(body);
  }

  private void remember(WebhookBody body) {
    acknowledged.add(body);
    if (acknowledged.size() > REMEMBERED) {
      acknowledged.remove(0);
    }
  }

  /** Whether it was answered 2xx. */
  private boolean post(URI url, WebhookBody body) throws InterruptedException {
    tally.posted();
    long begin = System.nanoTime();
    try {
      int status = http.send(request(url, body.bytes()), BodyHandlers.discarding()).statusCode();
      boolean accepted = status >= 200 && status < 300;
      if (accepted) {
        tally.answered(Duration.ofNanos(System.nanoTime() - begin));
      }
      return accepted;
    } catch (IOException e) {
      // Killed, or about to be: the platform has no answer and sends again.
      return false;
    }
  }

  private static HttpRequest request(URI url, byte[] body) {
    return HttpRequest.newBuilder(url.resolve("/webhooks/whatsapp"))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .header(HubSignature.HEADER, HubSignature.sign(HostSettings.APP_SECRET, body))
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  /** Whether the last body was never acknowledged. */
  boolean isUnanswered() {
    return unanswered;
  }

  /** Everything posted, as the CRM must show it in the end; to be asked when it has ended. */
  List<Posted> posted() {
    return script.posted();
  }
}
