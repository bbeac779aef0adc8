// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.examples.quickstart.console.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The figures of a run, as a table and as JSON. */
final class Report {
  private final Outcome outcome;
  private final ObjectNode json = JsonNodeFactory.instance.objectNode();

  Report(Outcome outcome) {
    this.outcome = outcome;
    run();
    traffic(outcome.aftermath().tally());
    crm();
    outcomeOfItems(outcome.verdict());
    books();
    ArrayNode problems = json.putArray("problems");
    outcome.problems().forEach(problems::add);
  }

  private void run() {
    json.put("crm", outcome.options().crm())
        .put("strategy", outcome.options().strategy().label())
        .put("seed", outcome.options().seed())
        .put("kills", outcome.options().kills())
        .put("seconds", outcome.aftermath().time().toSeconds());
  }

  private void traffic(Tally tally) {
    json.put("connections", Traffic.SENDERS)
        .put("conversations", Traffic.CONVERSATIONS)
        .put("posts", tally.posts())
        .put("acknowledgedWebhooks", tally.acknowledgedBodies())
        .put("acknowledgedEvents", tally.acknowledgedEvents())
        .put("repeatsOfUnanswered", tally.repeatsOfUnanswered())
        .put("repeatsOfAcknowledged", tally.repeatsOfAcknowledged())
        .put("answerMillisP50", tally.answerMillis(0.50))
        .put("answerMillisP99", tally.answerMillis(0.99));
  }

  private void crm() {
    json.put("items", outcome.evidence().posted().size())
        .put("crmEntries", outcome.evidence().rows().size())
        .put("lateCommits", outcome.aftermath().lateCommits());
    json.set("crmCalls", outcome.calls());
  }

  private void outcomeOfItems(CrashVerdict verdict) {
    for (Finding finding : Finding.values()) {
      json.put(finding.label(), verdict.found(finding).size());
    }
    json.put("parked", outcome.evidence().parked().size());
    json.put("steppedOut", verdict.steppedOut());
  }

  private void books() {
    ObjectNode books = json.putObject("books");
    for (Map.Entry<String, JsonNode> one : outcome.aftermath().books().properties()) {
      if (one.getValue().isNumber() || one.getValue().isBoolean()) {
        books.set(one.getKey(), one.getValue());
      }
    }
  }

  void write(Path file) throws IOException {
    Files.writeString(file, json.toPrettyString() + "\n", StandardCharsets.UTF_8);
  }

  void print(Console console) {
    json.properties().forEach(one -> print(console, one.getKey(), one.getValue()));
  }

  private static void print(Console console, String name, JsonNode value) {
    if (value.isObject()) {
      value.properties().forEach(one -> print(console, name + " " + one.getKey(), one.getValue()));
    } else if (value.isValueNode()) {
      console.say(String.format(Locale.ROOT, "  %-40s %s", name, value.asText()));
    }
  }
}
