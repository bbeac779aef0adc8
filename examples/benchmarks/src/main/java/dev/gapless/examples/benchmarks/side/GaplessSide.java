// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.side;

import dev.gapless.api.channel.WebhookRequest;
import dev.gapless.engine.Gapless;
import dev.gapless.examples.benchmarks.crm.PricedCrm;
import dev.gapless.examples.benchmarks.crm.PricedCrmProvider;
import dev.gapless.examples.benchmarks.load.Latencies;
import dev.gapless.examples.benchmarks.load.Traffic;
import dev.gapless.journal.sqlite.SqliteJournal;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Ours, with a CRM that is down unless told otherwise. */
public final class GaplessSide implements Side {
  private final PricedCrm crm = new PricedCrm();
  private final Gapless gapless;
  private final WebServer server;

  GaplessSide(Path journal) {
    crm.down();
    gapless = open(journal, crm).start();
    server = new WebServer(this::take);
  }

  /** An engine over this journal and this CRM, not started. */
  public static Gapless open(Path journal, PricedCrm crm) {
    return Gapless.builder()
        .journal(SqliteJournal.at(journal))
        .channel(
            "whatsapp",
            channel ->
                channel.set("verify-token", "not asked for").set("app-secret", Traffic.APP_SECRET))
        .provider(new PricedCrmProvider(crm))
        .crm(PricedCrmProvider.NAME, connection -> {})
        .build();
  }

  private int take(HeaderMap headers, byte[] body) {
    Map<String, List<String>> all = new HashMap<>();
    for (HeaderValues one : headers) {
      all.put(one.getHeaderName().toString(), one);
    }
    return gapless.webhook("whatsapp", new WebhookRequest("POST", Map.of(), all, body)).status();
  }

  @Override
  public int port() {
    return server.port();
  }

  @Override
  public long stored() {
    return gapless.audit().get(0).received();
  }

  /**
   * {@code up}, {@code down}: how the CRM is; {@code waiting}: how many entries it has not got;
   * {@code heap}: what it uses after a collection, in MB; {@code latencies}: from sent to written
   * since last asked, as count, p50 and p95 in ms.
   */
  @Override
  public String command(String word) {
    switch (word) {
      case "up" -> crm.up();
      case "down" -> crm.down();
      case "waiting" -> {
        return Long.toString(gapless.audit().get(0).waiting());
      }
      case "heap" -> {
        return String.format(Locale.ROOT, "%.1f", usedMegabytes());
      }
      case "latencies" -> {
        return latencies();
      }
      default -> throw new IllegalArgumentException("unknown command: " + word);
    }
    return "done";
  }

  private static double usedMegabytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
  }

  private String latencies() {
    Latencies all = crm.latencies();
    String told =
        String.format(Locale.ROOT, "%d %.1f %.1f", all.count(), all.millis(0.5), all.millis(0.95));
    all.clear();
    return told;
  }

  @Override
  public void close() {
    server.close();
    gapless.close();
  }
}
