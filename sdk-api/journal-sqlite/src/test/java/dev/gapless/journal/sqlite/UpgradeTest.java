// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import static dev.gapless.journal.contract.Sample.key;
import static dev.gapless.journal.contract.Sample.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Delivery;
import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.EventRow;
import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalView;
import dev.gapless.engine.journal.RecountPage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that the second schema has written, in which deliveries were numbered as they came. */
class UpgradeTest {
  private static final int ITEMS = 40;
  private static final int CRM = 1;
  private static final int FILES = 2;
  private static final Map<String, Long> CRM_BOOKS =
      Map.of(
          "received", 2L * ITEMS,
          "waiting", 20L,
          "written", 10L,
          "parked", 10L,
          "ignored", 40L,
          "ignored:no-change", 40L);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() {
    file = folder.resolve("gapless.db");
    Database database = new Database(file, Limits.DEFAULT);
    try (Session session = database.plain()) {
      Schema second = new Schema(Schema.current().steps().subList(0, 2));
      second.apply(session, 0);
      session.run("INSERT INTO destination VALUES (1, 'crm', 0), (2, 'files/crm', 0)");
      for (int item = 1; item <= ITEMS; item++) {
        item(session, item);
        // The last item was the first to be delivered.
        delivery(session, 2 * (ITEMS - item) + 1, CRM, item);
        if (item % 4 == 0) {
          delivery(session, 2 * (ITEMS - item) + 2, FILES, item);
        }
      }
      CRM_BOOKS.forEach(
          (name, value) ->
              session.sql("INSERT INTO counter VALUES (?, ?, ?)").run(CRM, name, value));
    }
  }

  private static void item(Session session, int item) {
    session
        .sql("INSERT INTO item VALUES (?, ?, ?, 1, ?, ?, '{}')")
        .run(item, key("item " + item).canonical(), item, item, item);
    Sql event = session.sql("INSERT INTO event VALUES (?, ?, ?, 1, '/0', ?, 1)");
    event.run(item, item, "created", Optional.empty());
    event.run(ITEMS + item, item, "again", "no-change");
  }

  private static void delivery(Session session, int id, int destination, int item) {
    session
        .sql(
            "INSERT INTO delivery VALUES"
                + " (?, ?, ?, 1, ?, ?, 0, 3, ?, ?, NULL, NULL, NULL, '5:entry1:A', 'why')")
        .run(
            id,
            destination,
            item,
            item,
            state(item),
            item % 4 == 1 ? item : 0,
            item % 8 == 3 ? item : 0);
  }

  /** Of every four items two wait, one is written, one is parked. */
  private static int state(int item) {
    return item % 4 == 1 ? 1 : item % 4 == 2 ? 2 : 0;
  }

  @Test
  void keepsEveryDeliveryAndEvent() {
    read(
        view -> {
          for (int item = 1; item <= ITEMS; item++) {
            DeliveryRow row = view.delivery(CRM, item).orElseThrow();
            assertThat(row.item()).isEqualTo(item);
            assertThat(row.position()).isEqualTo(item);
            assertThat(row.attempts()).isEqualTo(3);
            assertThat(row.refs().ids()).containsEntry("entry", "A");
            assertThat(row.reason()).contains("why");
            assertThat(view.delivery(FILES, item).isPresent()).isEqualTo(item % 4 == 0);
            assertThat(view.events(item))
                .extracting(EventRow::sequence)
                .containsExactly((long) item, (long) ITEMS + item);
            assertThat(view.firstEvent(item, 0)).contains((long) item);
            assertThat(view.seen(item, "again")).isTrue();
          }
        });
  }

  @Test
  void theBooksAgreeWithWhatIsThere() {
    read(
        view -> {
          RecountPage counted = view.recount(view.destinations().get("crm"), 0, 2 * ITEMS);
          assertThat(counted.done()).isTrue();
          assertThat(counted.counts()).isEqualTo(CRM_BOOKS).isEqualTo(view.counters(CRM));
          assertThat(view.recount(view.destinations().get("files/crm"), 0, 99).counts())
              .containsEntry("received", 20L)
              .containsEntry("waiting", 10L);
        });
  }

  @Test
  void queueParkedAndAnnouncedAreWhatTheyWere() {
    read(
        view -> {
          assertThat(items(view.heads(CRM, 1, 99)))
              .hasSize(20)
              .isSorted()
              .allMatch(item -> item % 4 == 0 || item % 4 == 3);
          List<DeliveryRow> parked = view.parked(CRM, 0, 99);
          assertThat(items(parked)).hasSize(10).isSorted().allMatch(item -> item % 4 == 2);
          assertThat(view.parked(CRM, parked.get(8).id(), 99)).containsExactly(parked.get(9));
          assertThat(items(view.announced(CRM, 99))).containsExactly(3L, 11L, 19L, 27L, 35L);
        });
  }

  @Test
  void goesOnWhereItWas() {
    try (Journal journal = Filled.open(file)) {
      journal.commit(
          tx -> {
            DeliveryRow row = tx.delivery(CRM, 3).orElseThrow();
            tx.saveDelivery(row.setAside(Delivery.State.PARKED, "now"));
            long item = tx.addItem(key("new"), 2 * ITEMS + 1, 1).id();
            tx.saveDelivery(waiting(CRM, item, 1, 2 * ITEMS + 1));
            return true;
          });
    }
    read(
        view -> {
          assertThat(view.parked(CRM, 0, 99)).hasSize(11);
          assertThat(view.heads(CRM, 1, 99)).hasSize(20);
          assertThat(view.nextDue(CRM, Instant.EPOCH)).isEmpty();
        });
    try (Session session = new Database(file, Limits.DEFAULT).plain()) {
      assertThat(session.text("PRAGMA integrity_check")).isEqualTo("ok");
    }
  }

  private static List<Long> items(List<DeliveryRow> rows) {
    return rows.stream().map(DeliveryRow::item).toList();
  }

  private void read(Consumer<JournalView> look) {
    try (Journal journal = Filled.open(file)) {
      journal.read(
          view -> {
            look.accept(view);
            return true;
          });
    }
  }
}
