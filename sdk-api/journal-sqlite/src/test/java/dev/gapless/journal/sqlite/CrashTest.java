// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import static dev.gapless.journal.contract.Sample.NOON;
import static dev.gapless.journal.contract.Sample.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.engine.journal.DestinationRow;
import dev.gapless.engine.journal.EventRow;
import dev.gapless.engine.journal.ItemRow;
import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalView;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it commits, again and again over one journal. */
class CrashTest {
  private static final int KILLS = Integer.getInteger("kills", 20);
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final int MOST_COMMITS = 100;

  @TempDir Path folder;

  @Test
  void everyAcknowledgedRowIsThereAndNoGroupIsTorn() {
    Path file = folder.resolve("gapless.db");
    Random random = new Random(SEED);
    long checked = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      long acknowledged = commitUntilKilled(file, random);
      try (Journal journal = CrashChild.open(file)) {
        long from = checked;
        String when = "kill " + kill;
        checked = journal.<Long>read(view -> check(view, from, acknowledged, when));
      }
    }
  }

  /** Returns the last sequence that the child said was durable. */
  private static long commitUntilKilled(Path file, Random random) {
    try (ChildJvm child =
        ChildJvm.start(CrashChild.class, file.toString(), Long.toString(random.nextLong()))) {
      long acknowledged = 0;
      for (int commit = 1 + random.nextInt(MOST_COMMITS); commit > 0; commit--) {
        acknowledged = Long.parseLong(child.line().orElseThrow());
      }
      child.kill();
      // What it said between our last look and its end.
      for (Optional<String> line = child.line(); line.isPresent(); line = child.line()) {
        acknowledged = Math.max(acknowledged, whole(line.get(), acknowledged));
      }
      return acknowledged;
    }
  }

  /** The kill may have cut the last line short, which then is a smaller number. */
  private static long whole(String line, long otherwise) {
    return line.isEmpty() ? otherwise : Long.parseLong(line);
  }

  private static long check(JournalView view, long from, long acknowledged, String when) {
    String what = when + ", seed " + SEED;
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
    assertThat(view.dueLanes(crm.id(), NOON, Integer.MAX_VALUE)).as(what).hasSize((int) last);
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
