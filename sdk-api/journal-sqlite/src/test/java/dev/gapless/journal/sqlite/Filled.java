// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import static dev.gapless.journal.contract.Sample.NOON;
import static dev.gapless.journal.contract.Sample.body;
import static dev.gapless.journal.contract.Sample.event;
import static dev.gapless.journal.contract.Sample.key;
import static dev.gapless.journal.contract.Sample.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalTransaction;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** A journal with some hundred contacts in it. */
final class Filled {
  static final int CONTACTS = 300;

  private Filled() {}

  static SqliteJournal at(Path file) {
    return SqliteJournal.at(file).lockWait(Duration.ZERO);
  }

  static Journal open(Path file) {
    return at(file).open(Clock.systemUTC());
  }

  /** Creates, fills and closes it. */
  static void make(Path file) {
    try (Journal journal = open(file)) {
      add(journal, 1, CONTACTS);
    }
  }

  static void add(Journal journal, int from, int to) {
    journal.commit(
        tx -> {
          for (int n = from; n <= to; n++) {
            add(tx, n);
          }
          return true;
        });
  }

  private static void add(JournalTransaction tx, int n) {
    long receipt = tx.addReceipt("whatsapp", NOON, body("body " + "x".repeat(1_000) + n));
    long lane = tx.addLane();
    long item = tx.addItem(key("item " + n), n, lane).id();
    tx.addEvent(event(receipt, item, "created"));
    tx.saveDelivery(waiting(1, item, lane, n));
  }

  /** Everything is there, up to the last byte. */
  static void assertWhole(Journal journal, int contacts) {
    journal.read(
        view -> {
          assertThat(view.lastSequence()).isEqualTo(contacts);
          for (int n = 1; n <= contacts; n++) {
            long item = view.item(key("item " + n)).orElseThrow().id();
            assertThat(view.receipt(view.events(item).get(0).receipt()).orElseThrow().body())
                .isEqualTo(body("body " + "x".repeat(1_000) + n));
            assertThat(view.delivery(1, item)).isPresent();
          }
          return true;
        });
  }
}
