// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.story;

import dev.gapless.api.Delivery;
import dev.gapless.api.ItemKey;
import dev.gapless.engine.Gapless;
import dev.gapless.engine.Trace;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the journal says became of every item that was acknowledged. */
final class JournalSide {
  private static final String LOST = "lost";

  private final Map<Total, Long> totals = new TreeMap<>();
  private final Map<String, String> entryIds = new TreeMap<>();
  private int attempts;

  /** Asks for the way of each item. */
  static JournalSide of(Gapless gapless, Map<ItemKey, String> kinds) {
    JournalSide side = new JournalSide();
    kinds.forEach((key, kind) -> side.add(key, kind, gapless.trace(key)));
    return side;
  }

  private void add(ItemKey key, String kind, Optional<Trace> trace) {
    Total total = trace.map(known -> total(kind, known)).orElse(new Total(kind, LOST, ""));
    totals.merge(total, 1L, Long::sum);
    for (Delivery delivery : trace.map(Trace::deliveries).orElseGet(List::of)) {
      attempts += delivery.attempts();
      delivery.refs().entry().ifPresent(id -> entryIds.put(key.sha256Hex(), id));
    }
  }

  /** The story has one CRM, so there is one delivery, or none where nothing is to be written. */
  private static Total total(String kind, Trace trace) {
    Optional<Delivery> delivery =
        trace.deliveries().stream().filter(one -> one.kind().equals(Delivery.ENTRY)).findFirst();
    if (delivery.isEmpty()) {
      return new Total(kind, "ignored", "");
    }
    return delivery.get().state() == Delivery.State.WRITTEN
        ? Total.entry(kind, shows(kind, trace))
        : new Total(kind, delivery.get().state().name().toLowerCase(Locale.ROOT), "");
  }

  /** What the entry must show, by the names of the events that count: a removal is final. */
  private static String shows(String kind, Trace trace) {
    return Stream.of("removed", "hidden", "edited")
        .filter(change -> has(trace, change))
        .findFirst()
        .orElse(kind.equals("status") ? "observed" : "created");
  }

  private static boolean has(Trace trace, String change) {
    return trace.events().stream()
        .anyMatch(event -> event.rule().isEmpty() && event.change().startsWith(change));
  }

  /** Items by kind and outcome. */
  Map<Total, Long> totals() {
    return totals;
  }

  /** The CRM's ids of the entries, by the key the CRM was given. */
  Map<String, String> entryIds() {
    return entryIds;
  }

  /** Refusals that were counted against single entries. */
  int attempts() {
    return attempts;
  }
}
