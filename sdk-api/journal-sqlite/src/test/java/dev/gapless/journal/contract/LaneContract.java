// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.contract;

import static dev.gapless.journal.contract.Sample.NOON;
import static dev.gapless.journal.contract.Sample.dueLanes;
import static dev.gapless.journal.contract.Sample.full;
import static dev.gapless.journal.contract.Sample.key;
import static dev.gapless.journal.contract.Sample.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.api.CrmRefs;
import dev.gapless.api.Delivery;
import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.DueLane;
import dev.gapless.engine.journal.JournalTransaction;
import dev.gapless.engine.journal.Rank;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lanes, the conversations that lead to them, and their queue. */
public abstract class LaneContract extends JournalContract {
  private static final Instant LATER = NOON.plusSeconds(60);

  @Test
  void laneIdsAreNeverUsedTwice() {
    long first = journal.commit(JournalTransaction::addLane);
    long second =
        journal.commit(
            tx -> {
              tx.addLane();
              return tx.addLane();
            });
    reopen();
    long third = journal.commit(JournalTransaction::addLane);
    assertThat(first).isPositive();
    assertThat(second).isGreaterThan(first + 1);
    assertThat(third).isGreaterThan(second);
  }

  @Test
  void aConversationLeadsToTheLaneItWasLastGiven() {
    commit(
        tx -> {
          tx.alias("scope", "a", 1);
          tx.alias("scope", "b", 1);
          tx.alias("other", "a", 2);
          tx.alias("scope", "b", 3);
        });
    reopen();
    assertThat(current.lane("scope", "a")).contains(1L);
    assertThat(current.lane("scope", "b")).contains(3L);
    assertThat(current.lane("other", "a")).contains(2L);
    assertThat(current.lane("scope", "A")).isEmpty();
  }

  @Test
  void whereAConversationLeadsIsAsInTheLastCommit() {
    commit(tx -> tx.alias("scope", "a", 3));
    assertThatThrownBy(
            () ->
                commit(
                    tx -> {
                      tx.alias("scope", "a", 4);
                      tx.alias("scope", "b", 4);
                      throw new IllegalStateException("planned");
                    }))
        .hasMessage("planned");
    commit(
        tx -> {
          assertThat(tx.lane("scope", "a")).contains(3L);
          assertThat(tx.lane("scope", "b")).isEmpty();
          tx.mergeLane(3, 5);
          assertThat(tx.lane("scope", "a")).contains(5L);
        });
    commit(tx -> assertThat(tx.lane("scope", "a")).contains(5L));
  }

  @Test
  void lanesAreDueLongestFirst() {
    commit(
        tx -> {
          tx.addLast(waiting(1, 1, 10, 1).due(LATER));
          tx.addLast(waiting(1, 2, 11, 2).due(NOON.plusNanos(1_000)));
          tx.addLast(waiting(1, 3, 12, 3));
          tx.addLast(waiting(2, 4, 13, 4));
        });
    assertThat(due(LATER, 9)).containsExactly(12L, 11L, 10L);
    assertThat(due(LATER, 2)).containsExactly(12L, 11L);
    assertThat(due(NOON, 9)).containsExactly(12L);
    assertThat(due(NOON.minusNanos(1_000), 9)).isEmpty();
  }

  @Test
  void aLaneFollowsItsFirstWaitingDelivery() {
    commit(
        tx -> {
          tx.saveDelivery(waiting(1, 1, 10, 2).due(LATER));
          tx.refreshLane(1, 10);
        });
    assertThat(due(LATER, 9)).containsExactly(10L);
    commit(
        tx -> {
          tx.saveDelivery(waiting(1, 2, 10, 1));
          tx.refreshLane(1, 10);
          tx.refreshLane(1, 10);
        });
    assertThat(due(NOON, 9)).containsExactly(10L);
    commit(
        tx -> {
          tx.saveDelivery(waiting(1, 2, 10, 1).setAside(Delivery.State.PARKED, "why"));
          tx.refreshLane(1, 10);
        });
    assertThat(due(NOON, 9)).isEmpty();
    commit(
        tx -> {
          tx.saveDelivery(waiting(1, 1, 10, 2).writtenUpTo(2, CrmRefs.none()));
          tx.refreshLane(1, 10);
          tx.refreshLane(1, 11);
        });
    assertThat(due(LATER, 9)).isEmpty();
  }

  @Test
  void aDeliveryBehindAllOthersDoesNotMoveItsLane() {
    commit(tx -> tx.addLast(waiting(1, 1, 10, 1).due(LATER)));
    assertThat(due(LATER, 9)).containsExactly(10L);
    commit(tx -> tx.addLast(waiting(1, 2, 10, 2)));
    assertThat(due(NOON, 9)).isEmpty();
    assertThat(current.heads(1, 10, 9)).extracting(DeliveryRow::item).containsExactly(1L, 2L);
    commit(
        tx -> {
          for (DeliveryRow row : tx.heads(1, 10, 9)) {
            tx.saveDelivery(row.setAside(Delivery.State.PARKED, "why"));
          }
          tx.refreshLane(1, 10);
          tx.addLast(waiting(1, 3, 10, 3));
        });
    assertThat(due(NOON, 9)).containsExactly(10L);
  }

  @Test
  void knowsWhenTheNextLaneIsDue() {
    commit(
        tx -> {
          tx.addLast(waiting(1, 1, 10, 1));
          tx.addLast(waiting(1, 2, 11, 2).due(LATER));
          tx.addLast(waiting(2, 3, 12, 3).due(NOON.plusSeconds(1)));
        });
    assertThat(current.nextDue(1, NOON.minusSeconds(1))).contains(NOON);
    assertThat(current.nextDue(1, NOON)).contains(LATER);
    assertThat(current.nextDue(1, LATER)).isEmpty();
    assertThat(current.nextDue(3, Instant.EPOCH)).isEmpty();
  }

  @Test
  void neverIsLaterThanAnyTime() {
    commit(tx -> tx.addLast(waiting(1, 1, 10, 1).due(Instant.MAX)));
    assertThat(due(Instant.parse("9999-12-31T00:00:00Z"), 9)).isEmpty();
    assertThat(current.nextDue(1, LATER)).isPresent();
  }

  @Test
  void joinedLanesAreOneEverywhere() {
    long from = journal.commit(JournalTransaction::addLane);
    long to = journal.commit(JournalTransaction::addLane);
    commit(
        tx -> {
          int crm = tx.addDestination("crm", 0).id();
          tx.alias("scope", "a", from);
          tx.alias("scope", "b", to);
          for (int i = 1; i <= 4; i++) {
            tx.addItem(key("item " + i), i, i % 2 == 0 ? to : from);
            tx.saveDelivery(waiting(crm, i, i % 2 == 0 ? to : from, i).due(NOON.plusSeconds(i)));
          }
          tx.addItem(key("parked"), 5, from);
          tx.saveDelivery(full(crm, 5, Delivery.State.PARKED).inLane(from));
          tx.refreshLane(crm, from);
          tx.refreshLane(crm, to);
        });
    commit(tx -> tx.mergeLane(from, to));
    reopen();
    journal.read(
        view -> {
          assertThat(view.lane("scope", "a")).contains(to);
          assertThat(view.lane("scope", "b")).contains(to);
          assertThat(view.item(1).lane()).isEqualTo(to);
          assertThat(view.item(key("item 1")).orElseThrow().lane()).isEqualTo(to);
          assertThat(view.heads(1, from, 9)).isEmpty();
          assertThat(view.heads(1, to, 9))
              .extracting(DeliveryRow::item)
              .containsExactly(1L, 2L, 3L, 4L);
          assertThat(view.heads(1, to, 9)).allMatch(row -> row.lane() == to);
          assertThat(view.parked(1, 0, 9)).allMatch(row -> row.lane() == to);
          assertThat(dueLanes(view, 1, LATER, 9)).containsExactly(to);
          return assertThat(view.nextDue(1, Instant.EPOCH)).contains(NOON.plusSeconds(1));
        });
  }

  @Test
  void joinedLanesMayBeJoinedAgain() {
    commit(
        tx -> {
          tx.addDestination("crm", 0);
          tx.addItem(key("a"), 1, 1);
          tx.saveDelivery(waiting(1, 1, 1, 1));
          tx.mergeLane(1, 2);
          tx.mergeLane(2, 3);
        });
    assertThat(current.item(key("a")).orElseThrow().lane()).isEqualTo(3);
    assertThat(current.heads(1, 3, 9)).hasSize(1);
    assertThat(due(NOON, 9)).containsExactly(3L);
  }

  @Test
  void joiningLanesThatWaitForNothingQueuesNothing() {
    commit(
        tx -> {
          tx.addDestination("crm", 0);
          tx.mergeLane(1, 2);
        });
    assertThat(due(LATER, 9)).isEmpty();
  }

  @Test
  void aLaneIsAsUrgentAsTheMostUrgentThatWaitsInIt() {
    commit(tx -> tx.addLast(waiting(1, 1, 10, 1).rank(Rank.STATUS).share(3)));
    assertThat(current.dueLanes(1, NOON, Rank.STATUS, 3, 9))
        .containsExactly(new DueLane(10, Rank.STATUS, 3, NOON));
    commit(tx -> tx.addLast(waiting(1, 2, 10, 2).rank(Rank.LIVE).share(3).due(LATER)));
    commit(tx -> tx.addLast(waiting(1, 3, 10, 3).rank(Rank.HISTORY).share(3).due(LATER)));
    assertThat(current.dueLanes(1, LATER, Rank.LIVE, 3, 9))
        .containsExactly(new DueLane(10, Rank.LIVE, 3, NOON));
    written(1, 10);
    assertThat(rank(10)).isEqualTo(Rank.LIVE);
    written(2, 10);
    assertThat(rank(10)).isEqualTo(Rank.HISTORY);
  }

  @Test
  void aLaneThatHadItsTurnComesAfterThoseThatWaitedLonger() {
    commit(
        tx -> {
          tx.addLast(waiting(1, 1, 10, 1));
          tx.addLast(waiting(1, 2, 11, 2).due(NOON.plusSeconds(1)));
          tx.addLast(waiting(1, 3, 12, 3).due(NOON.plusSeconds(9)));
          tx.refreshLane(1, 10, NOON.plusSeconds(2));
          tx.refreshLane(1, 12, NOON.plusSeconds(2));
        });
    assertThat(due(LATER, 9)).containsExactly(11L, 10L, 12L);
    assertThat(due(NOON.plusSeconds(1), 9)).containsExactly(11L);
  }

  @Test
  void aLaneKeepsItsTurnWhenSomethingComesBackInIt() {
    commit(
        tx -> {
          tx.addLast(waiting(1, 1, 10, 1));
          tx.addLast(waiting(1, 2, 11, 2).due(NOON.plusSeconds(1)));
          tx.refreshLane(1, 10, NOON.plusSeconds(2));
          tx.keepTurn(1, 10, NOON.plusSeconds(3));
          tx.keepTurn(1, 12, NOON.plusSeconds(3));
        });
    assertThat(due(LATER, 9)).containsExactly(11L, 10L);
    commit(
        tx -> {
          tx.saveDelivery(waiting(1, 1, 10, 1).due(LATER));
          tx.refreshLane(1, 10);
          tx.saveDelivery(waiting(1, 1, 10, 1));
          tx.keepTurn(1, 10, NOON);
        });
    assertThat(due(NOON, 9)).containsExactly(10L);
    commit(
        tx -> {
          tx.saveDelivery(waiting(1, 1, 10, 1).due(LATER));
          tx.keepTurn(1, 10, NOON);
        });
    assertThat(due(LATER.minusNanos(1_000), 9)).containsExactly(11L);
  }

  @Test
  void aLaneBecomesMoreUrgentByWhatComesBackInItsMiddle() {
    commit(
        tx -> {
          tx.addLast(waiting(1, 1, 10, 1).rank(Rank.STATUS));
          tx.saveDelivery(waiting(1, 2, 10, 2).rank(Rank.HISTORY));
          tx.refreshLane(1, 10);
        });
    assertThat(rank(10)).isEqualTo(Rank.HISTORY);
    commit(tx -> tx.hurryLane(1, 10, Rank.STATUS));
    assertThat(rank(10)).isEqualTo(Rank.HISTORY);
    commit(tx -> tx.hurryLane(1, 10, Rank.LIVE));
    assertThat(rank(10)).isEqualTo(Rank.LIVE);
    commit(tx -> tx.hurryLane(1, 11, Rank.LIVE));
    assertThat(due(LATER, 9)).containsExactly(10L);
  }

  @Test
  void aLongLaneStaysAsUrgentAsItWasUntilItsEndIsInSight() {
    int last = JournalTransaction.LOOK_AHEAD + 2;
    commit(
        tx -> {
          for (int i = 1; i < last; i++) {
            tx.addLast(waiting(1, i, 10, i).rank(Rank.STATUS));
          }
          tx.addLast(waiting(1, last, 10, last));
        });
    written(1, 10);
    assertThat(rank(10)).isEqualTo(Rank.LIVE);
    written(2, 10);
    assertThat(rank(10)).isEqualTo(Rank.LIVE);
    written(last, 10);
    assertThat(rank(10)).isEqualTo(Rank.STATUS);
  }

  @Test
  void joinedLanesAreAsUrgentAsTheMoreUrgent() {
    commit(
        tx -> {
          int crm = tx.addDestination("crm", 0).id();
          tx.addLast(waiting(crm, 1, 10, 1).rank(Rank.HISTORY));
          tx.addLast(waiting(crm, 2, 11, 2).rank(Rank.STATUS));
          tx.mergeLane(10, 11);
          tx.addLast(waiting(crm, 3, 12, 3).rank(Rank.HISTORY));
          tx.hurryLane(crm, 12, Rank.LIVE);
          tx.mergeLane(12, 11);
        });
    assertThat(rank(11)).isEqualTo(Rank.LIVE);
    assertThat(current.heads(1, 11, 9)).hasSize(3);
  }

  @Test
  void sharesOfDueLanesAreFoundByNumber() {
    commit(
        tx -> {
          for (int i = 1; i <= 9; i++) {
            tx.addLast(waiting(1, i, i, i).share(i % 3 * 2).due(i < 3 ? LATER : NOON));
          }
          tx.addLast(waiting(1, 10, 10, 10).share(7).due(LATER));
          tx.addLast(waiting(1, 11, 11, 11).share(9).rank(Rank.STATUS));
          tx.addLast(waiting(2, 12, 12, 12).share(1));
        });
    assertThat(current.dueShares(1, NOON, Rank.LIVE, -1, 9)).containsExactly(0, 2, 4);
    assertThat(current.dueShares(1, NOON, Rank.LIVE, 0, 9)).containsExactly(2, 4);
    assertThat(current.dueShares(1, NOON, Rank.LIVE, 1, 1)).containsExactly(2);
    assertThat(current.dueShares(1, NOON, Rank.LIVE, 4, 9)).isEmpty();
    assertThat(current.dueShares(1, LATER, Rank.LIVE, 4, 9)).containsExactly(7);
    assertThat(current.dueShares(1, NOON, Rank.STATUS, -1, 9)).containsExactly(9);
    assertThat(current.dueLanes(1, NOON, Rank.LIVE, 2, 9))
        .extracting(DueLane::lane)
        .containsExactly(4L, 7L);
    assertThat(current.dueLanes(1, LATER, Rank.LIVE, 2, 2))
        .extracting(DueLane::lane)
        .containsExactly(4L, 7L);
    assertThat(current.nextDue(1, NOON)).contains(LATER);
  }

  @Test
  void aLaneMovesToTheShareOfItsHead() {
    commit(tx -> tx.addLast(waiting(1, 1, 10, 1).share(3)));
    commit(
        tx -> {
          tx.saveDelivery(waiting(1, 1, 10, 1).share(4));
          tx.refreshLane(1, 10);
        });
    assertThat(current.dueShares(1, NOON, Rank.LIVE, -1, 9)).containsExactly(4);
    commit(
        tx -> {
          tx.saveDelivery(waiting(1, 1, 10, 1).share(5));
          tx.keepTurn(1, 10, NOON);
        });
    assertThat(current.dueShares(1, NOON, Rank.LIVE, -1, 9)).containsExactly(5);
  }

  @Test
  void aShareHasOneNumberForEver() {
    int first = journal.<Integer>commit(tx -> tx.share("a"));
    assertThatThrownBy(
            () ->
                journal.commit(
                    tx -> {
                      tx.share("rolled back");
                      throw new IllegalArgumentException("planned");
                    }))
        .hasMessage("planned");
    int second = journal.<Integer>commit(tx -> tx.share("b"));
    assertThat(journal.<List<Integer>>commit(tx -> List.of(tx.share("a"), tx.share("b"))))
        .containsExactly(first, second);
    reopen();
    assertThat(journal.<List<Integer>>commit(tx -> List.of(tx.share("b"), tx.share("a"))))
        .containsExactly(second, first);
    int third = journal.<Integer>commit(tx -> tx.share("rolled back"));
    assertThat(List.of(first, second, third)).doesNotHaveDuplicates().allMatch(id -> id > 0);
  }

  private void written(long item, long lane) {
    commit(
        tx -> {
          tx.saveDelivery(tx.delivery(1, item).orElseThrow().writtenUpTo(item, CrmRefs.none()));
          tx.refreshLane(1, lane);
        });
  }

  private Rank rank(long lane) {
    return Stream.of(Rank.values()).filter(rank -> isDue(rank, lane)).findFirst().orElseThrow();
  }

  private boolean isDue(Rank rank, long lane) {
    return current.dueShares(1, LATER, rank, -1, 9).stream()
        .flatMap(share -> current.dueLanes(1, LATER, rank, share, 9).stream())
        .anyMatch(one -> one.lane() == lane);
  }

  private List<Long> due(Instant now, int limit) {
    return dueLanes(current, 1, now, limit);
  }
}
