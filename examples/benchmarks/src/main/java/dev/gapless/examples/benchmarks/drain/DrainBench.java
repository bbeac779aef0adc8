// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.drain;

import dev.gapless.api.channel.WebhookRequest;
import dev.gapless.engine.Gapless;
import dev.gapless.examples.benchmarks.Folders;
import dev.gapless.examples.benchmarks.crm.PricedCrm;
import dev.gapless.examples.benchmarks.load.Mark;
import dev.gapless.examples.benchmarks.load.Traffic;
import dev.gapless.examples.benchmarks.report.Figures;
import dev.gapless.examples.benchmarks.side.GaplessSide;
import dev.gapless.http.signature.HubSignature;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A backlog into a CRM whose calls cost time, beside one call per contact. */
public final class DrainBench {
  private static final String DATA = "drain";
  private static final int PER_BODY = 100;

  /**
   * How much.
   *
   * @param contacts that wait
   * @param conversations they belong to, in turn
   * @param single of these contacts, how many go by single calls
   */
  public record Size(int contacts, int conversations, int single) {
    /** As issue and README state it. */
    public static final Size FULL = new Size(50_000, 5_000, 1_000);
  }

  private final Size size;
  private final PricedCrm crm = new PricedCrm();

  private DrainBench(Size size) {
    this.size = size;
  }

  public static Figures run(Folders folders, Size size) {
    DrainBench bench = new DrainBench(size);
    Figures out = new Figures(DATA);
    try (Gapless gapless = GaplessSide.open(folders.fresh(DATA).resolve("gapless.db"), bench.crm)) {
      bench.receive(gapless);
      bench.drain(gapless, out);
    }
    double single = SingleCalls.perSecond(size.single(), size.conversations());
    folders.discard(DATA);
    return out.put("single_call_per_s", single)
        .put("ratio", Double.parseDouble(out.text("gapless_per_s")) / single)
        .put("order_violations", violations(bench.crm.arrived(), size.conversations()))
        .condition(size.contacts() + " contacts in " + size.conversations() + " conversations.")
        .condition("CRM: " + PricedCrm.DESCRIPTION + ".")
        .condition(
            "Single calls: "
                + size.single()
                + " contacts, one call each, as many at once; a person is looked up once there"
                + " too.");
  }

  private void receive(Gapless gapless) {
    Traffic traffic = new Traffic(size.conversations());
    for (int first = 0; first < size.contacts(); first += PER_BODY) {
      byte[] body = traffic.body(first, Math.min(PER_BODY, size.contacts() - first));
      Map<String, List<String>> headers = Map.of(HubSignature.HEADER, List.of(Traffic.sign(body)));
      WebhookRequest request = new WebhookRequest("POST", Map.of(), headers, body);
      int status = gapless.webhook("whatsapp", request).status();
      if (status != 200) {
        throw new IllegalStateException("a webhook was answered " + status);
      }
    }
  }

  private void drain(Gapless gapless, Figures out) {
    long start = System.nanoTime();
    gapless.start();
    try {
      while (crm.entries() < size.contacts()) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    out.put("gapless_per_s", size.contacts() / seconds)
        .put("crm_calls_per_1000", crm.calls() * 1_000.0 / size.contacts());
  }

  /** Entries that came before an earlier one of their conversation, or twice. */
  static long violations(List<Mark> arrived, int conversations) {
    Map<Long, Long> last = new HashMap<>();
    long violations = 0;
    for (Mark mark : arrived) {
      Long before = last.put(mark.message() % conversations, mark.message());
      violations += before != null && before >= mark.message() ? 1 : 0;
    }
    return violations;
  }
}
