// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.contract;

import static dev.gapless.journal.contract.Sample.event;
import static dev.gapless.journal.contract.Sample.ignored;
import static dev.gapless.journal.contract.Sample.key;
import static dev.gapless.journal.contract.Sample.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.api.CrmRefs;
import dev.gapless.api.Delivery;
import dev.gapless.engine.journal.DestinationRow;
import dev.gapless.engine.journal.RecountPage;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Destinations, counters, the recount, and small state. */
public abstract class BooksContract extends JournalContract {
  @Test
  void keepsDestinationsByName() {
    DestinationRow first = journal.commit(tx -> tx.addDestination("salesforce", 0));
    DestinationRow second = journal.commit(tx -> tx.addDestination("Salesforce", 17));
    reopen();
    assertThat(current.destinations()).isEqualTo(Map.of("salesforce", first, "Salesforce", second));
    assertThat(second.since()).isEqualTo(17);
    assertThat(first.id()).isPositive().isNotEqualTo(second.id());
    assertThatThrownBy(() -> commit(tx -> tx.addDestination("salesforce", 1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void addsToCountersWithinAndOverCommits() {
    commit(
        tx -> {
          tx.count(1, "received", 2);
          tx.count(1, "received", 3);
          assertThat(tx.counters(1)).containsOnly(Map.entry("received", 5L));
          tx.count(1, "received", 1);
          tx.count(1, "waiting", -4);
          tx.count(2, "received", 1);
        });
    commit(tx -> tx.count(1, "received", -6));
    reopen();
    assertThat(current.counters(1))
        .containsOnly(Map.entry("received", 0L), Map.entry("waiting", -4L));
    assertThat(current.counters(3)).isEmpty();
  }

  @Test
  void recountsEveryClass() {
    commit(
        tx -> {
          tx.addDestination("crm", 2);
          for (int item = 1; item <= 7; item++) {
            tx.addItem(key("item " + item), item, 1);
          }
          tx.addEvent(event(1, 1, "before it counts"));
          tx.addEvent(event(2, 1, "nor this"));
          tx.addEvent(event(3, 2, "no delivery"));
          tx.addEvent(ignored(4, 2, "by rule", "no-change"));
          tx.addEvent(event(5, 3, "written"));
          tx.addEvent(event(6, 3, "changed since"));
          tx.addEvent(event(7, 4, "written"));
          tx.addEvent(event(8, 4, "parked since"));
          tx.addEvent(event(9, 5, "deleted"));
          tx.addEvent(ignored(10, 5, "by rule", "deleted-in-crm"));
          tx.addEvent(event(11, 6, "written"));
          tx.addEvent(event(12, 6, "not yet"));
          tx.addEvent(ignored(13, 7, "by rule", "status"));
          tx.saveDelivery(waiting(1, 1, 1, 1));
          tx.saveDelivery(waiting(1, 3, 1, 1).writtenUpTo(5, CrmRefs.none()));
          tx.saveDelivery(
              waiting(1, 4, 1, 1)
                  .writtenUpTo(7, CrmRefs.none())
                  .setAside(Delivery.State.PARKED, "field missing"));
          tx.saveDelivery(waiting(1, 5, 1, 1).setAside(Delivery.State.IGNORED, "deleted-in-crm"));
          tx.saveDelivery(
              waiting(1, 6, 1, 1)
                  .writtenUpTo(11, CrmRefs.none())
                  .waiting(12, java.time.Instant.EPOCH));
          tx.saveDelivery(waiting(2, 2, 1, 1).writtenUpTo(99, CrmRefs.none()));
        });
    RecountPage all = current.recount(current.destinations().get("crm"), 0, 99);
    assertThat(all.counts())
        .containsOnly(
            Map.entry("received", 11L),
            Map.entry("written", 3L),
            Map.entry("parked", 1L),
            Map.entry("waiting", 3L),
            Map.entry("ignored", 4L),
            Map.entry("ignored:no-change", 1L),
            Map.entry("ignored:deleted-in-crm", 2L),
            Map.entry("ignored:status", 1L));
    assertThat(all.lastItem()).isEqualTo(7);
    assertThat(all.done()).isTrue();
  }

  @Test
  void recountsForASelectiveDestinationOnlyTheItemsItHas() {
    commit(
        tx -> {
          tx.addDestination("media/chat", 1);
          for (int item = 1; item <= 3; item++) {
            tx.addItem(key("item " + item), item, 1);
          }
          tx.addEvent(event(1, 1, "before it counts"));
          tx.addEvent(event(2, 1, "its own"));
          tx.addEvent(ignored(3, 1, "by rule", "no-change"));
          tx.addEvent(event(4, 2, "not its own"));
          tx.addEvent(ignored(5, 3, "nor this", "status"));
          tx.saveDelivery(waiting(1, 1, 1, 1));
        });
    RecountPage all = current.recount(current.destinations().get("media/chat"), 0, 99);
    assertThat(all.counts())
        .containsOnly(
            Map.entry("received", 2L),
            Map.entry("waiting", 1L),
            Map.entry("ignored", 1L),
            Map.entry("ignored:no-change", 1L));
    assertThat(all.lastItem()).isEqualTo(3);
  }

  @Test
  void recountsInPagesThatAddUp() {
    commit(
        tx -> {
          tx.addDestination("crm", 0);
          for (int item = 1; item <= 10; item++) {
            tx.addItem(key("item " + item), item, 1);
            tx.addEvent(event(2L * item, item, "a"));
            tx.addEvent(event(2L * item + 1, item, "b"));
          }
        });
    Map<String, Long> sum = new HashMap<>();
    long after = 0;
    int pages = 0;
    for (boolean done = false; !done; pages++) {
      long from = after;
      RecountPage page = current.recount(current.destinations().get("crm"), from, 5);
      page.counts().forEach((name, count) -> sum.merge(name, count, Long::sum));
      after = page.lastItem();
      done = page.done();
    }
    assertThat(pages).isEqualTo(2);
    assertThat(sum).containsOnly(Map.entry("received", 20L), Map.entry("waiting", 20L));
  }

  @Test
  void recountsNothingInANewJournal() {
    commit(tx -> tx.addDestination("crm", 0));
    assertThat(current.recount(current.destinations().get("crm"), 0, 5))
        .isEqualTo(new RecountPage(0, Map.of(), true));
  }

  @Test
  void recountIsDoneAlsoBeyondTheLastItem() {
    commit(tx -> tx.addDestination("crm", 0));
    commit(tx -> tx.addItem(key("a"), 1, 1));
    assertThat(current.recount(current.destinations().get("crm"), 5, 5))
        .isEqualTo(new RecountPage(5, Map.of(), true));
  }

  @Test
  void keepsStateByOwnerAndKey() {
    commit(
        tx -> {
          tx.putState("a", "cursor", "1");
          tx.putState("a", "cursor", "2");
          tx.putState("b", "cursor", "x".repeat(65_536));
        });
    reopen();
    assertThat(current.state("a", "cursor")).contains("2");
    assertThat(current.state("b", "cursor"))
        .hasValueSatisfying(value -> assertThat(value).hasSize(65_536));
    assertThat(current.state("a", "Cursor")).isEmpty();
  }
}
