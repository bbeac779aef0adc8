// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import static dev.gapless.journal.contract.Sample.NOON;
import static dev.gapless.journal.contract.Sample.dueLanes;
import static dev.gapless.journal.contract.Sample.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.engine.journal.DestinationRow;
import dev.gapless.engine.journal.EventRow;
import dev.gapless.engine.journal.ItemRow;
import dev.gapless.engine.journal.JournalView;
import java.util.List;
import java.util.Map;

/** What of a {@link CrashChild}'s work must be there after its end. */
final class Survivors {
  private Survivors() {}

  /**
   * Checks every contact above {@code from}, and that no group is torn; returns the last sequence.
   */
  static long check(JournalView view, long from, long acknowledged, String what) {
    long last = view.lastSequence();
    assertThat(last).as(what).isGreaterThanOrEqualTo(acknowledged);
    for (long sequence = from + 1; sequence <= last; sequence++) {
      checkContact(view, sequence, what + ", sequence " + sequence);
    }
    assertThat(onlyEvent(view, last).path()).as("the last group is whole: " + what).isEqualTo("0");
    DestinationRow crm = view.destinations().get("crm");
    assertThat(view.counters(crm.id()))
        .as(what)
        .isEqualTo(Map.of("received", last, "waiting", last));
    assertThat(view.recount(crm, 0, Integer.MAX_VALUE).counts())
        .as(what)
        .isEqualTo(Map.of("received", last, "waiting", last));
    assertThat(dueLanes(view, crm.id(), NOON, Integer.MAX_VALUE)).as(what).hasSize((int) last);
    return last;
  }

  private static void checkContact(JournalView view, long sequence, String what) {
    ItemRow item = view.item(key("item " + sequence)).orElseThrow(() -> new AssertionError(what));
    EventRow event = onlyEvent(view, sequence);
    assertThat(event.sequence()).as(what).isEqualTo(sequence);
    assertThat(view.receipt(event.receipt()).orElseThrow().body())
        .as(what)
        .isEqualTo(CrashChild.body(sequence));
    assertThat(view.lane("scope", "thread " + sequence)).as(what).contains(item.lane());
    assertThat(view.heads(1, item.lane(), 2)).as(what).hasSize(1);
  }

  private static EventRow onlyEvent(JournalView view, long sequence) {
    List<EventRow> events = view.events(view.item(key("item " + sequence)).orElseThrow().id());
    assertThat(events).hasSize(1);
    return events.get(0);
  }
}
