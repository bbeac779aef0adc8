// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.contract;

import static dev.gapless.journal.contract.Sample.NOON;
import static dev.gapless.journal.contract.Sample.full;
import static dev.gapless.journal.contract.Sample.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.CrmRefs;
import dev.gapless.api.Delivery;
import dev.gapless.engine.journal.DeliveryRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Deliveries, and finding them by what is to be done with them. */
public abstract class DeliveryContract extends JournalContract {
  @Test
  void keepsEveryValue() {
    int item = 0;
    for (Delivery.State state : Delivery.State.values()) {
      DeliveryRow row = full(1, ++item, state);
      commit(tx -> tx.saveDelivery(row));
      reopen();
      DeliveryRow stored = delivery(1, row.item());
      assertThat(stored).isEqualTo(withId(row, stored.id()));
      assertThat(stored.id()).isPositive();
    }
  }

  @Test
  void keepsTheOrderOfReferences() {
    Map<String, String> ids = new LinkedHashMap<>();
    ids.put("z", "");
    ids.put("a", "1:2");
    ids.put("m", "\uD83D\uDE00|");
    commit(tx -> tx.saveDelivery(waiting(1, 1, 1, 1).refs(new CrmRefs(ids))));
    assertThat(delivery(1, 1).refs().ids()).containsExactlyEntriesOf(ids);
  }

  @Test
  void savingAgainReplacesTheOneOfThatDestinationAndItem() {
    commit(tx -> tx.saveDelivery(full(1, 1, Delivery.State.WAITING)));
    commit(tx -> tx.saveDelivery(full(2, 1, Delivery.State.WAITING)));
    long id = delivery(1, 1).id();
    DeliveryRow replaced = waiting(1, 1, 70, 80);
    commit(tx -> tx.saveDelivery(replaced));
    assertThat(delivery(1, 1)).isEqualTo(withId(replaced, id));
    assertThat(delivery(2, 1).lane()).isEqualTo(7);
    assertThat(delivery(2, 1).id()).isNotEqualTo(id);
    assertThat(current.delivery(3, 1)).isEmpty();
  }

  @Test
  void headsAreTheWaitingOnesOfTheLaneByPosition() {
    commit(
        tx -> {
          tx.saveDelivery(waiting(1, 1, 5, 30));
          tx.saveDelivery(waiting(1, 2, 5, 10));
          tx.saveDelivery(waiting(1, 3, 5, 20));
          tx.saveDelivery(waiting(1, 4, 6, 1));
          tx.saveDelivery(waiting(2, 1, 5, 1));
          tx.saveDelivery(waiting(1, 5, 5, 2).setAside(Delivery.State.PARKED, "why"));
          tx.saveDelivery(waiting(1, 6, 5, 3).setAside(Delivery.State.IGNORED, "why"));
          tx.saveDelivery(waiting(1, 7, 5, 4).writtenUpTo(9, CrmRefs.none()));
        });
    assertThat(items(current.heads(1, 5, 9))).containsExactly(2L, 3L, 1L);
    assertThat(items(current.heads(1, 5, 2))).containsExactly(2L, 3L);
    assertThat(items(current.heads(1, 7, 2))).isEmpty();
  }

  @Test
  void announcedAreThoseWithoutOutcome() {
    commit(
        tx -> {
          tx.saveDelivery(waiting(1, 1, 1, 1).announce(5, NOON));
          tx.saveDelivery(waiting(1, 2, 1, 2));
          tx.saveDelivery(waiting(1, 3, 1, 3).announce(5, NOON).uncertain(NOON, NOON));
          tx.saveDelivery(waiting(1, 4, 1, 4).announce(6, NOON).untouched());
          tx.saveDelivery(waiting(1, 5, 1, 5).announce(6, NOON));
          tx.saveDelivery(waiting(2, 6, 1, 6).announce(6, NOON));
        });
    assertThat(items(current.announced(1, 9))).containsExactly(1L, 5L);
    assertThat(items(current.announced(1, 1))).containsExactly(1L);
  }

  @Test
  void parkedAreListedById() {
    commit(
        tx -> {
          for (int item = 9; item > 0; item--) {
            DeliveryRow row = waiting(item == 5 ? 2 : 1, item, 1, item);
            tx.saveDelivery(item % 2 == 1 ? row.setAside(Delivery.State.PARKED, "because") : row);
          }
        });
    List<DeliveryRow> all = current.parked(1, 0, 99);
    assertThat(items(all)).containsExactlyInAnyOrder(1L, 3L, 7L, 9L);
    assertThat(all).extracting(DeliveryRow::id).isSorted();
    List<DeliveryRow> rest = current.parked(1, all.get(1).id(), 1);
    assertThat(rest).containsExactly(all.get(2));
  }

  private DeliveryRow delivery(int destination, long item) {
    return current.delivery(destination, item).orElseThrow();
  }

  private static List<Long> items(List<DeliveryRow> rows) {
    return rows.stream().map(DeliveryRow::item).toList();
  }

  private static DeliveryRow withId(DeliveryRow row, long id) {
    return new DeliveryRow(
        id,
        row.destination(),
        row.item(),
        row.lane(),
        row.position(),
        row.state(),
        row.due(),
        row.attempts(),
        row.written(),
        row.announced(),
        row.announcedAt(),
        row.uncertainSince(),
        row.lastTried(),
        row.refs(),
        row.reason(),
        row.rank(),
        row.share());
  }
}
