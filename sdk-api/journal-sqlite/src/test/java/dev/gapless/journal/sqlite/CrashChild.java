// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import static dev.gapless.journal.contract.Sample.NOON;
import static dev.gapless.journal.contract.Sample.key;

import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.EventRow;
import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalTransaction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/**
 * Commits groups of contacts for as long as it lives, and prints the last sequence of each group
 * once the commit has returned.
 */
final class CrashChild {
  /** Small, so that kills also fall into checkpoints. */
  static final Limits LIMITS = new Limits(50, 512 * 1024);

  static final int BODY_BYTES = 1_500;

  private CrashChild() {}

  public static void main(String[] arguments) {
    Random random = new Random(Long.parseLong(arguments[1]));
    try (Journal journal = open(Path.of(arguments[0]))) {
      while (true) {
        int size = 1 + random.nextInt(20);
        System.out.println(journal.<Long>commit(tx -> group(tx, size)));
      }
    }
  }

  static Journal open(Path file) {
    return SqliteJournal.at(file)
        .limits(LIMITS)
        .lockWait(Duration.ofSeconds(30))
        .open(Clock.systemUTC());
  }

  private static long group(JournalTransaction tx, int size) {
    int crm =
        Optional.ofNullable(tx.destinations().get("crm"))
            .orElseGet(() -> tx.addDestination("crm", 0))
            .id();
    long sequence = tx.lastSequence();
    for (int left = size - 1; left >= 0; left--) {
      contact(tx, crm, ++sequence, left);
    }
    tx.count(crm, "received", size);
    tx.count(crm, "waiting", size);
    return sequence;
  }

  /** The path says how many of its group are still to come. */
  private static void contact(JournalTransaction tx, int crm, long sequence, int left) {
    long receipt = tx.addReceipt("whatsapp", NOON, body(sequence));
    long lane = tx.addLane();
    long item = tx.addItem(key("item " + sequence), sequence, lane).id();
    tx.addEvent(
        new EventRow(
            sequence, item, "created", receipt, Integer.toString(left), Optional.empty(), true));
    tx.alias("scope", "thread " + sequence, lane);
    tx.addLast(DeliveryRow.waiting(crm, item, lane, sequence, NOON));
  }

  static byte[] body(long sequence) {
    byte[] body = new byte[BODY_BYTES];
    byte[] text = ("body " + sequence + " ").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < body.length; i++) {
      body[i] = text[i % text.length];
    }
    return body;
  }
}
