// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.contract;

import dev.gapless.api.CrmRefs;
import dev.gapless.api.Delivery;
import dev.gapless.api.ItemKey;
import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.DueLane;
import dev.gapless.engine.journal.EventRow;
import dev.gapless.engine.journal.JournalView;
import dev.gapless.engine.journal.Rank;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows to store. */
public final class Sample {
  public static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456Z");

  private Sample() {}

  public static ItemKey key(String id) {
    return new ItemKey("", "whatsapp", "15550001111", "message", id);
  }

  public static EventRow event(long sequence, long item, String change) {
    return new EventRow(
        sequence, item, change, sequence, "/entry/0/" + sequence, Optional.empty(), true);
  }

  public static EventRow ignored(long sequence, long item, String change, String rule) {
    return new EventRow(sequence, item, change, sequence, "/entry/0", Optional.of(rule), true);
  }

  public static EventRow notUnderstood(long sequence, long item) {
    return new EventRow(sequence, item, "created", sequence, "/entry/0", Optional.empty(), false);
  }

  public static DeliveryRow waiting(int destination, long item, long lane, long position) {
    return DeliveryRow.waiting(destination, item, lane, position, NOON);
  }

  /** A delivery in which every value is given. */
  public static DeliveryRow full(int destination, long item, Delivery.State state) {
    return new DeliveryRow(
        0,
        destination,
        item,
        7,
        8,
        state,
        NOON,
        3,
        5,
        6,
        Optional.of(NOON.plusSeconds(1)),
        Optional.of(NOON.plusSeconds(2)),
        Optional.of(NOON.plusSeconds(3)),
        new CrmRefs(Map.of("ticket", "T-1", CrmRefs.ENTRY, "A:2 é\uD83D\uDE00")),
        Optional.of("the CRM said no"),
        Rank.HISTORY,
        4);
  }

  /** Live lanes that are nobody's share. */
  public static List<Long> dueLanes(JournalView view, int destination, Instant now, int limit) {
    return view.dueLanes(destination, now, Rank.LIVE, 0, limit).stream()
        .map(DueLane::lane)
        .toList();
  }

  public static byte[] body(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
