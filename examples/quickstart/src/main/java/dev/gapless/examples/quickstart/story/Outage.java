// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.story;

import static dev.gapless.examples.quickstart.story.Customer.JOSE;
import static dev.gapless.examples.quickstart.story.Customer.NOURA;
import static dev.gapless.examples.quickstart.story.Customer.ZOE;

import dev.gapless.examples.quickstart.console.Patience;
import dev.gapless.examples.quickstart.crm.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The CRM is gone for a while, and customers go on writing. */
final class Outage {
  private static final List<Customer> WRITERS = List.of(ZOE, NOURA, JOSE);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofSeconds(60);

  private final Stage stage;
  private final Teller teller;
  private final Duration length;
  private final int messages;
  private long start;

  Outage(Stage stage, Teller teller, Duration length, int messages) {
    this.stage = stage;
    this.teller = teller;
    this.length = length;
    this.messages = messages;
  }

  void tell() {
    teller.scene(
        "The CRM goes down for "
            + length.toSeconds()
            + " seconds. "
            + messages
            + " messages arrive meanwhile.");
    start = System.nanoTime();
    stage.crm().faults(Faults.builder().outage(Faults.Outage.REFUSE).outageFor(length).build());
    write();
    recover();
    Books books = stage.books();
    teller.seen(
        "all drained: %d out of order, %d twice, %d attempts counted against an entry",
        books.crm().outOfOrder(), books.crm().twice(), books.journal().attempts());
    teller.shows("a CRM that is down costs time and nothing else.");
  }

  private void write() {
    long lastLook = start;
    for (int i = 0; i < messages; i++) {
      Customer writer = WRITERS.get(i % WRITERS.size());
      stage
          .platform()
          .deliver(
              new Webhook()
                  .text(writer, "wamid.out." + i, Instant.now(), "Hello? (" + (i + 1) + ")")
                  .bytes());
      if (System.nanoTime() - lastLook >= LOOK.toNanos()) {
        look();
        lastLook += LOOK.toNanos();
      }
      Patience.pause(untilMessage(i + 1));
    }
  }

  private Duration untilMessage(int number) {
    Duration due = length.multipliedBy(number).dividedBy(messages);
    Duration wait = due.minusNanos(System.nanoTime() - start);
    return wait.isNegative() ? Duration.ZERO : wait;
  }

  private void recover() {
    look();
    teller.seen("the CRM is back; the next probe will find it");
    long end = System.nanoTime() + MOST.toNanos();
    while (!Patience.until(() -> stage.waiting() == 0, LOOK) && System.nanoTime() < end) {
      look();
    }
    look();
  }

  private void look() {
    long waiting = stage.waiting();
    teller.seen(
        "%2d s  %2d waiting  %s",
        Duration.ofNanos(System.nanoTime() - start).toSeconds(),
        waiting,
        "#".repeat((int) Math.min(waiting, 60)));
  }
}
