// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine;

import dev.gapless.api.Delivery;
import dev.gapless.api.ItemKey;
import dev.gapless.api.SetupReport;
import dev.gapless.api.channel.ChannelConnector;
import dev.gapless.api.channel.ItemSplitter;
import dev.gapless.api.channel.WebhookAnswer;
import dev.gapless.api.channel.WebhookReceiver;
import dev.gapless.api.channel.WebhookRequest;
import dev.gapless.engine.catchup.CatchUp;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The door an application walks through. Hand it the webhooks; it writes every contact, once and in
 * order, into the timeline of each configured CRM.
 *
 * <p>Build it, {@link #start()} it, {@link #close()} it. All methods may be called by any thread.
 * Between build and start, and when the application schedules work itself, {@link #runDueWork()}
 * delivers on the calling thread instead.
 */
public final class Gapless implements AutoCloseable {
  private static final Duration DRAIN = Duration.ofSeconds(10);

  private final Parts parts;
  private final AtomicBoolean closed = new AtomicBoolean();

  Gapless(Parts parts) {
    this.parts = parts;
  }

  /** Configures by code. */
  public static GaplessBuilder builder() {
    return new GaplessBuilder();
  }

  /**
   * Configures from a UTF-8 properties file; what the file says can still be added to. Problems of
   * its content are reported by {@link GaplessBuilder#build()}, together with all others.
   *
   * @throws dev.gapless.api.config.ConfigurationException if the file cannot be read
   */
  public static GaplessBuilder fromProperties(Path file) {
    GaplessBuilder builder = builder();
    builder.problems.addAll(PropertiesFile.read(file).applyTo(builder));
    return builder;
  }

  /** Starts the threads that deliver. Called at most once. */
  public Gapless start() {
    parts.workers().forEach(workers -> workers.start());
    return this;
  }

  /**
   * Takes a webhook. When the answer is 2xx, every item of it is on disk; nothing else has happened
   * yet. Blocks for one disk sync.
   *
   * @param channel name of the configured channel, usually part of the path it was posted to
   * @return what to answer to the platform; 404 for a channel that is not configured
   */
  public WebhookAnswer webhook(String channel, WebhookRequest request) {
    ChannelConnector connector = parts.channels().get(channel);
    if (connector instanceof WebhookReceiver receiver) {
      return parts.intake().receive(channel, receiver, request);
    }
    return WebhookAnswer.status(404);
  }

  /** The largest body that is taken, in bytes: a host need read one byte more and no further. */
  public int maxBody() {
    return parts.intake().maxBody();
  }

  /**
   * Delivers on the calling thread until nothing more is due now; for hosts that schedule work
   * themselves, and for tests with a clock of their own. Once an hour that includes taking out what
   * is older than its {@code RetentionPolicy} allows, which may take a while after a long pause.
   *
   * @return whether anything was done
   */
  public boolean runDueWork() {
    boolean any = false;
    boolean more = true;
    while (more) {
      more = false;
      for (var errand : parts.errands()) {
        more |= errand.pass();
      }
      any |= more;
    }
    return any;
  }

  /**
   * Asks every CRM, and every channel that can tell, whether its set-up is right: credentials,
   * rights, fields, subscriptions. Read-only; blocks for a few calls to each.
   *
   * @return reports by connection, as {@code channel.whatsapp} and {@code crm.desk}; those of
   *     directories for files as {@code media/whatsapp}
   */
  public Map<String, SetupReport> checkSetup() {
    return checks().run();
  }

  /**
   * Mends what a channel can mend of its set-up by calls, as subscriptions that are missing.
   *
   * @return what remains to be done by a person
   * @throws IllegalArgumentException if there is no such channel, or it cannot mend anything
   */
  public SetupReport repairSetup(String channel) {
    return checks().repair(channel);
  }

  private SetupChecks checks() {
    return new SetupChecks(parts.channels(), parts.adapters(), parts.besides());
  }

  /** The books of every CRM, from the counters; cheap. */
  public List<Audit> audit() {
    return parts.audits().read();
  }

  /**
   * Counts the books again from the rows, page by page beside the running work, and compares. Cost
   * grows with history.
   */
  public List<DeepAudit> deepAudit() {
    return parts.audits().recount();
  }

  /** The way of one item, if the journal has it. */
  public Optional<Trace> trace(ItemKey item) {
    return parts.desk().trace(item);
  }

  /**
   * What is parked for a CRM, oldest first, at most {@code limit}.
   *
   * @param crm its name, or that of what is brought beside its entries, as {@code media/whatsapp}
   */
  public List<Delivery> parked(String crm, int limit) {
    return parts.desk().parked(crm, limit);
  }

  /**
   * Puts everything parked for a CRM back into its lanes. Entries that "may have been written" are
   * sent again: look them up first. What is unreadable stays for {@link #reread()}. Who was in no
   * timeline so far is looked for again.
   *
   * @return how many were put back
   */
  public int replay(String crm) {
    int replayed = parts.desk().replay(crm, Optional.empty());
    parts.wake();
    return replayed;
  }

  /** Puts one parked item back into its lane; returns whether it was parked. */
  public boolean replay(String crm, ItemKey item) {
    int replayed = parts.desk().replay(crm, Optional.of(item));
    parts.wake();
    return replayed > 0;
  }

  /**
   * After an upgrade: reads again, from the raw receipts, what an earlier version had no kind for
   * or could not read. Entries already written are updated in place. What has no raw body any more
   * is skipped; a warning told so when the body went.
   *
   * @return how many items are understood now that were not before
   */
  public int reread() {
    int understood = parts.reread().run(splitters());
    parts.wake();
    return understood;
  }

  private Map<String, ItemSplitter> splitters() {
    Map<String, ItemSplitter> splitters = new HashMap<>();
    parts
        .channels()
        .forEach(
            (name, connector) -> {
              if (connector instanceof ItemSplitter splitter) {
                splitters.put(name, splitter);
              }
            });
    return splitters;
  }

  /**
   * Reads back what webhooks missed, at least from that moment on, beginning now; each source at
   * its platform's pace. What it comes to is in {@link #catchUps()}, also after a restart.
   *
   * @throws IllegalArgumentException if there is no such channel, or it cannot be read back
   */
  public void catchUp(String channel, Instant since) {
    CatchUp found =
        parts.catchUps().stream()
            .filter(one -> one.channel().equals(channel))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(cannotBeReadBack(channel)));
    found.ask(since);
    parts.wake();
  }

  private String cannotBeReadBack(String channel) {
    List<String> those = parts.catchUps().stream().map(CatchUp::channel).toList();
    return "channel '" + channel + "' cannot be read back; those that can: " + those;
  }

  /** How reading back stands, for every source of every channel that can be read back. */
  public List<CatchUpReport> catchUps() {
    return parts.catchUps().stream()
        .flatMap(
            channel ->
                channel.progress().stream().map(one -> CatchUpReport.of(channel.channel(), one)))
        .toList();
  }

  /** Lets calls in flight end (bounded), then gives the journal back. Idempotent. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      parts.close(DRAIN);
    }
  }
}
