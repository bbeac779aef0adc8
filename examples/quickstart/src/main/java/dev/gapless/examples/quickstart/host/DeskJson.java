// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gapless.api.Delivery;
import dev.gapless.api.SetupReport;
import dev.gapless.engine.Audit;
import dev.gapless.engine.CatchUpReport;
import dev.gapless.engine.DeepAudit;
import dev.gapless.engine.Trace;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Traces and audits in JSON; what is absent is {@code null}. */
public final class DeskJson {
  private DeskJson() {}

  static ObjectNode trace(Trace trace) {
    ObjectNode json = object().put("item", trace.item().canonical());
    ArrayNode events = json.putArray("events");
    for (Trace.Event event : trace.events()) {
      ObjectNode one = events.addObject().put("sequence", event.sequence());
      put(one.put("change", event.change()), "rule", event.rule());
    }
    ArrayNode deliveries = json.putArray("deliveries");
    trace.deliveries().forEach(delivery -> deliveries.add(delivery(delivery)));
    return json;
  }

  private static ObjectNode delivery(Delivery delivery) {
    ObjectNode json =
        object()
            .put("crm", delivery.destination())
            .put("kind", delivery.kind())
            .put("state", delivery.state().name().toLowerCase(Locale.ROOT))
            .put("attempts", delivery.attempts())
            .put("due", delivery.due().toString());
    put(json, "entry", delivery.refs().entry());
    put(json, "reason", delivery.reason());
    return json;
  }

  /** The books of every CRM, as an array. */
  public static ArrayNode audits(List<Audit> audits) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    audits.forEach(audit -> json.add(audit(audit)));
    return json;
  }

  private static ObjectNode audit(Audit audit) {
    ObjectNode json =
        object()
            .put("crm", audit.crm())
            .put("once", audit.once())
            .put("received", audit.received())
            .put("written", audit.written())
            .put("parked", audit.parked())
            .put("ignored", audit.ignored())
            .put("erased", audit.erased())
            .put("waiting", audit.waiting())
            .put("repeats", audit.repeats());
    json.set("ignoredByRule", counts(audit.ignoredByRule()));
    put(json, "stopped", audit.stopped());
    return json.put("balances", audit.balances());
  }

  /** The books of every CRM with the second count beside them, as an array. */
  public static ArrayNode deepAudits(List<DeepAudit> audits) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (DeepAudit deep : audits) {
      ObjectNode one = audit(deep.books());
      one.set("counted", counts(deep.counted()));
      one.set("recounted", counts(deep.recounted()));
      json.add(one.put("agrees", deep.agrees()));
    }
    return json;
  }

  /** What is wrong with each connection, and what to do. */
  static ObjectNode reports(Map<String, SetupReport> reports) {
    ObjectNode json = object();
    reports.forEach(
        (connection, report) -> {
          ObjectNode one = json.putObject(connection).put("ok", report.isOk());
          findings(one.putArray("findings"), report.findings());
          findings(one.putArray("notes"), report.notes());
        });
    return json;
  }

  private static void findings(ArrayNode to, List<SetupReport.Finding> findings) {
    findings.forEach(
        one ->
            to.addObject()
                .put("subject", one.subject())
                .put("problem", one.problem())
                .put("remedy", one.remedy()));
  }

  /** How reading back stands, source by source. */
  static ArrayNode catchUps(List<CatchUpReport> reports) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (CatchUpReport report : reports) {
      ObjectNode one =
          json.addObject()
              .put("channel", report.channel())
              .put("source", report.source())
              .put("notReadable", report.limits())
              .put("horizon", report.horizon().toString())
              .put("running", report.running())
              .put("pages", report.pages())
              .put("recovered", report.recovered())
              .put("known", report.known());
      put(one, "since", report.since().map(Instant::toString));
      put(one, "problem", report.problem());
    }
    return json;
  }

  private static ObjectNode counts(Map<String, Long> counts) {
    ObjectNode json = object();
    counts.forEach(json::put);
    return json;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static void put(ObjectNode to, String name, Optional<String> value) {
    to.set(name, value.<JsonNode>map(TextNode::valueOf).orElse(NullNode.getInstance()));
  }
}
