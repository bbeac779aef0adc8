// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.intake;

import dev.gapless.api.channel.Admission;
import dev.gapless.api.channel.WebhookAnswer;
import dev.gapless.api.channel.WebhookReceiver;
import dev.gapless.api.channel.WebhookRequest;
import dev.gapless.engine.journal.Committer;
import dev.gapless.engine.journal.JournalException;
import dev.gapless.engine.journal.Rank;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of a webhook into the journal. Only when it is durable is it answered 2xx. */
public final class Intake {
  private static final Logger log = LoggerFactory.getLogger(Intake.class);

  private final Committer committer;
  private final Append append;
  private final Clock clock;
  private final int maxBody;
  private final Runnable arrived;

  /**
   * @param maxBody the largest body in bytes
   * @param arrived told after each commit that there may be something to deliver
   */
  public Intake(Committer committer, Append append, Clock clock, int maxBody, Runnable arrived) {
    this.committer = committer;
    this.append = append;
    this.clock = clock;
    this.maxBody = maxBody;
    this.arrived = arrived;
  }

  public int maxBody() {
    return maxBody;
  }

  public WebhookAnswer receive(String channel, WebhookReceiver receiver, WebhookRequest request) {
    byte[] body = request.body();
    if (body.length > maxBody) {
      log.warn(
          "channel '{}' was sent {} bytes; at most {} are taken", channel, body.length, maxBody);
      return WebhookAnswer.status(413);
    }
    Admission admission = receiver.admit(request);
    if (admission instanceof Admission.Challenge challenge) {
      return WebhookAnswer.text(challenge.text());
    }
    if (admission instanceof Admission.Refused refused) {
      log.warn("channel '{}' refused a call: {}", channel, refused.reason());
      return WebhookAnswer.status(refused.status());
    }
    return store(channel, receiver, body);
  }

  private WebhookAnswer store(String channel, WebhookReceiver receiver, byte[] body) {
    Instant now = clock.instant();
    Receipt receipt =
        new Receipt(channel, now, body, Reading.of(channel, receiver, body, now), Rank.LIVE);
    try {
      commit(receipt);
    } catch (JournalException e) {
      return unavailable(channel, e);
    } catch (RuntimeException e) {
      // Whatever the items did to the engine, the receipt is not lost: it is kept, one item parked.
      return storeWhole(receipt, e);
    }
    arrived.run();
    return WebhookAnswer.status(200);
  }

  private WebhookAnswer storeWhole(Receipt receipt, RuntimeException defect) {
    log.error(
        "a receipt of channel '{}' broke the engine with {}; it is kept and parked",
        receipt.connection(),
        defect.getClass().getName());
    try {
      commit(receipt.parkedWhole(defect));
      return WebhookAnswer.status(200);
    } catch (RuntimeException e) {
      return unavailable(receipt.connection(), e);
    }
  }

  private void commit(Receipt receipt) {
    committer.commit(1 + receipt.items().size(), tx -> append.apply(tx, receipt));
  }

  private static WebhookAnswer unavailable(String channel, RuntimeException e) {
    String why = e instanceof JournalException ? e.getMessage() : e.getClass().getName();
    log.error("channel '{}' answered 503, so that it is sent again: {}", channel, why);
    return WebhookAnswer.status(503);
  }
}
