// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.send;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Delivery;
import dev.gapless.api.channel.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of one event of an item.
 *
 * @param outcome in one word
 * @param detail the CRM's id of the entry, the reason or the rule
 */
record Fate(Outcome outcome, String detail) {

  /** What can become of an event. */
  enum Outcome {
    WRITTEN,
    PARKED,
    IGNORED,
    /** A copy read back that shows what is known: it has no event of its own. */
    REPEAT,
    WAITING,
    /** The file or the call failed, so there is no item to follow. */
    ERROR;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Fate waiting() {
    return new Fate(Outcome.WAITING, "");
  }

  /** Reads a host's trace of the item; a host without one has not got that far. */
  static Fate of(Item item, Optional<JsonNode> trace) {
    return trace.map(known -> of(item.event().change(), known)).orElseGet(Fate::waiting);
  }

  private static Fate of(String change, JsonNode trace) {
    Optional<JsonNode> event = event(change, trace);
    if (event.isEmpty()) {
      return new Fate(Outcome.REPEAT, "adds nothing to what is known");
    }
    if (event.get().path("rule").isTextual()) {
      return new Fate(Outcome.IGNORED, event.get().path("rule").asText());
    }
    List<JsonNode> deliveries = trace.path("deliveries").valueStream().toList();
    Fate entry = worst(deliveries.stream().filter(Fate::isEntry).toList());
    Stream<String> besides = deliveries.stream().filter(one -> !isEntry(one)).map(Fate::beside);
    List<String> details =
        Stream.concat(Stream.of(entry.detail), besides).filter(one -> !one.isEmpty()).toList();
    return new Fate(entry.outcome, String.join("; ", details));
  }

  private static boolean isEntry(JsonNode delivery) {
    return delivery.path("kind").asText(Delivery.ENTRY).equals(Delivery.ENTRY);
  }

  /** What is brought beside the entry, as its files; the entry does not wait for it. */
  private static String beside(JsonNode delivery) {
    return delivery.path("crm").asText()
        + ": "
        + delivery.path("reason").asText(delivery.path("state").asText());
  }

  /** Whether the trace has this very event. */
  static boolean isKnown(Item item, Optional<JsonNode> trace) {
    return trace.flatMap(known -> event(item.event().change(), known)).isPresent();
  }

  private static Optional<JsonNode> event(String change, JsonNode trace) {
    return trace
        .path("events")
        .valueStream()
        .filter(event -> event.path("change").asText().equals(change))
        .findFirst();
  }

  /** Towards several CRMs: each with its name, and the one that needs most attention counts. */
  private static Fate worst(List<JsonNode> deliveries) {
    Outcome worst = Outcome.WRITTEN;
    List<String> details = new ArrayList<>();
    for (JsonNode delivery : deliveries) {
      Outcome one = Outcome.valueOf(delivery.path("state").asText().toUpperCase(Locale.ROOT));
      worst = rank(one) > rank(worst) ? one : worst;
      String detail = delivery.path(one == Outcome.WRITTEN ? "entry" : "reason").asText("");
      details.add(deliveries.size() == 1 ? detail : delivery.path("crm").asText() + ": " + detail);
    }
    return new Fate(worst, String.join("; ", details));
  }

  private static int rank(Outcome outcome) {
    return List.of(Outcome.WRITTEN, Outcome.IGNORED, Outcome.PARKED, Outcome.WAITING)
        .indexOf(outcome);
  }

  /** As people read it: {@code written (T-17)}. */
  String shown() {
    if (outcome == Outcome.ERROR) {
      return outcome.label() + ": " + detail;
    }
    return detail.isEmpty() ? outcome.label() : outcome.label() + " (" + detail + ")";
  }
}
