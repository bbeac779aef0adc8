// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.salesforce;

import dev.gapless.engine.Gapless;
import dev.gapless.engine.policy.DeliveryPolicy;
import dev.gapless.engine.policy.PeoplePolicy;
import dev.gapless.examples.benchmarks.Folders;
import dev.gapless.examples.benchmarks.load.Latencies;
import dev.gapless.examples.benchmarks.load.Traffic;
import dev.gapless.examples.benchmarks.report.Figures;
import dev.gapless.journal.sqlite.SqliteJournal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What the adapter for Salesforce costs an org in calls: a backlog that meets live traffic, beside
 * one call per contact.
 */
public final class SalesforceBench {
  private static final String DATA = "salesforce";
  private static final int ATTEMPTS = 8;

  /**
   * How much.
   *
   * @param contacts half of them wait, half come while those are delivered
   * @param livePerSecond how many of these
   * @param linger the engine's setting: how long an entry waits for others to share its call
   * @param single contacts that go by single calls
   */
  public record Size(int contacts, double livePerSecond, Duration linger, int single) {
    /** As issue and README state it. */
    public static final Size FULL = new Size(20_000, 100, Duration.ofSeconds(2), 1_000);
  }

  private final Size size;
  private final Figures out = new Figures(DATA);

  private SalesforceBench(Size size) {
    this.size = size;
  }

  public static Figures run(Folders folders, Size size) {
    SalesforceBench bench = new SalesforceBench(size);
    bench.ours(folders.fresh(DATA).resolve("gapless.db"), size.linger(), "");
    bench.ours(folders.fresh(DATA).resolve("gapless.db"), Duration.ZERO, "no_linger_");
    bench.single();
    folders.discard(DATA);
    return bench.described();
  }

  private void ours(Path journal, Duration linger, String prefix) {
    Conversations conversations = new Conversations(size.contacts());
    try (PricedOrg org = new PricedOrg(conversations.count());
        Gapless gapless = open(journal, org, linger)) {
      LiveTraffic traffic = new LiveTraffic(gapless, conversations);
      int backlog = size.contacts() / 2;
      traffic.backlog(backlog);
      long start = System.nanoTime();
      gapless.start();
      traffic.live(backlog, size.livePerSecond());
      double sent = seconds(start);
      await(org);
      out.put(prefix + "seconds", seconds(start))
          .put(prefix + "live_sent_per_s", (size.contacts() - backlog) / sent);
      calls(org, prefix);
      arrivals(org.written(), conversations, prefix);
    }
  }

  private static Gapless open(Path journal, PricedOrg org, Duration linger) {
    return Gapless.builder()
        .journal(SqliteJournal.at(journal))
        .channel(
            "whatsapp",
            channel ->
                channel.set("verify-token", "not asked for").set("app-secret", Traffic.APP_SECRET))
        .crm(
            "salesforce",
            crm ->
                crm.set("login-url", org.url().toString())
                    .set("org-id", PricedOrg.ID)
                    .set("client-id", PricedOrg.CLIENT)
                    .set("client-secret", PricedOrg.SECRET)
                    .policy(new DeliveryPolicy(ATTEMPTS, PeoplePolicy.DEFAULT, linger)))
        .build();
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private void await(PricedOrg org) {
    try {
      while (org.entries() < size.contacts()) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void calls(PricedOrg org, String prefix) {
    long create = org.calls("POST /composite/sobjects");
    long question = org.calls("POST /composite");
    out.put(prefix + "calls_per_1000", org.calls() * 1_000.0 / size.contacts())
        .put(prefix + "calls_create", create)
        .put(prefix + "calls_question", question)
        .put(prefix + "calls_check", org.calls() - create - question)
        .put(prefix + "lock_errors", org.lockErrors());
  }

  private void arrivals(
      List<PricedOrg.Written> written, Conversations conversations, String prefix) {
    Latencies live = new Latencies();
    written.stream()
        .filter(one -> one.mark().message() >= size.contacts() / 2)
        .forEach(one -> live.add(one.nanos()));
    out.put(prefix + "entries", (long) written.size())
        .put(prefix + "order_violations", PricedOrg.violations(written, conversations))
        .put(prefix + "p50_ms", live.millis(0.5))
        .put(prefix + "p95_ms", live.millis(0.95));
  }

  private void single() {
    Conversations conversations = new Conversations(size.single());
    try (PricedOrg org = new PricedOrg(conversations.count())) {
      SingleUpserts.run(org, conversations);
      out.put("conversations", (long) new Conversations(size.contacts()).count())
          .put("single_calls_per_1000", org.calls() * 1_000.0 / size.single())
          .put("single_lock_errors", org.lockErrors());
    }
  }

  private Figures described() {
    return out.condition(
            size.contacts()
                + " contacts, half as backlog, half live at "
                + size.livePerSecond()
                + "/s (Poisson) from the moment the backlog goes out; p50 and p95 from a live"
                + " webhook's sending to the commit of its entry.")
        .condition(
            "Conversations: log-normal, median 3, p99 60, shuffled, seed "
                + Conversations.SEED
                + "; every fifth person is new; four people an account.")
        .condition(
            "Stand-in: "
                + PricedOrg.DESCRIPTION
                + ". linger "
                + size.linger()
                + "; no_linger_: without.")
        .condition(
            "Single calls: " + size.single() + " contacts of the same generator, four at once.");
  }
}
