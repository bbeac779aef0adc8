// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.engine.journal.DueLane;
import dev.gapless.engine.journal.JournalView;
import dev.gapless.engine.journal.Rank;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final List<DueLane> queue = new ArrayList<>();
  private final Map<Long, Integer> busy = new HashMap<>();
  private Turns turns = new Turns(1);

  /** The tries of a property share an instance. */
  @BeforeTry
  void empty() {
    queue.clear();
    busy.clear();
    turns = new Turns(1);
  }

  @Test
  void goesOnBehindTheShareServedLast() {
    lanes(Rank.LIVE, 3, 3);
    assertThat(shares(take(2))).containsExactly(1, 2);
    assertThat(shares(take(2))).containsExactly(3, 1);
    assertThat(shares(take(5))).containsExactly(2, 3, 1, 2, 3);
  }

  @Test
  void givesTheRoomOfAShareWithLittleToTheOthers() {
    lanes(Rank.LIVE, 1, 20);
    queue.add(new DueLane(99, Rank.LIVE, 2, NOW));
    assertThat(shares(take(8))).containsExactly(1, 2, 1, 1, 1, 1, 1, 1);
  }

  @Test
  void findsWhatIsFreeBehindWhatIsBusy() {
    lanes(Rank.LIVE, 2, 50);
    queue.stream().limit(49).forEach(lane -> busy.put(lane.lane(), lane.share()));
    assertThat(take(4)).extracting(DueLane::lane).containsExactly(50L, 51L, 52L, 53L);
    queue.forEach(lane -> busy.put(lane.lane(), lane.share()));
    assertThat(take(4)).isEmpty();
  }

  @Test
  void oneLaneInEightIsLessUrgent() {
    lanes(Rank.LIVE, 1, 200);
    lanes(Rank.HISTORY, 1, 200);
    lanes(Rank.STATUS, 1, 200);
    List<DueLane> taken =
        IntStream.range(0, 64).mapToObj(i -> take(2)).flatMap(List::stream).toList();
    assertThat(count(taken, Rank.LIVE)).isEqualTo(112);
    assertThat(count(taken, Rank.HISTORY)).isEqualTo(14);
    assertThat(count(taken, Rank.STATUS)).isEqualTo(2);
  }

  @Property(tries = 200)
  void everyFreeLaneIsTakenAndNoCallGoesOutWithRoomToSpare(
      @ForAll("queues") List<DueLane> due, @ForAll @IntRange(min = 1, max = 9) int wanted) {
    queue.addAll(due);
    due.stream().filter(lane -> lane.lane() % 5 == 0).forEach(this::keepBusy);
    int left = queue.size() - busy.size();
    while (left > 0) {
      List<DueLane> taken = take(wanted);
      assertThat(taken).hasSize(Math.min(wanted, left)).doesNotHaveDuplicates();
      assertThat(taken).noneMatch(lane -> busy.containsKey(lane.lane()));
      left -= taken.size();
    }
    assertThat(take(wanted)).isEmpty();
  }

  @Property(tries = 200)
  void noShareIsAheadOfAnotherByMoreThanALane(
      @ForAll @IntRange(min = 1, max = 7) int shares,
      @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 9) Integer> calls) {
    lanes(Rank.LIVE, shares, 9 * calls.size());
    Map<Integer, Integer> served = new HashMap<>();
    for (int wanted : calls) {
      take(wanted).forEach(lane -> served.merge(lane.share(), 1, Integer::sum));
      int most = served.values().stream().mapToInt(n -> n).max().orElseThrow();
      assertThat(IntStream.rangeClosed(1, shares).map(one -> served.getOrDefault(one, 0)))
          .allMatch(n -> n >= most - 1);
    }
  }

  @Property(tries = 200)
  void nobodyWaitsWhileSomebodyLessUrgentIsServedButForOneInEight(
      @ForAll("queues") List<DueLane> due, @ForAll @IntRange(min = 1, max = 9) int wanted) {
    queue.addAll(due);
    int taken = 0;
    int overtaking = 0;
    for (List<DueLane> call = take(wanted); !call.isEmpty(); call = take(wanted)) {
      taken += wanted;
      overtaking += (int) call.stream().filter(this::overtakesSomebody).count();
      assertThat(overtaking).isLessThanOrEqualTo(2 * taken / Turns.FOR_THE_REST);
    }
  }

  private boolean overtakesSomebody(DueLane lane) {
    return queue.stream().anyMatch(other -> other.rank().isBefore(lane.rank()));
  }

  @Provide
  Arbitrary<List<DueLane>> queues() {
    Arbitrary<List<DueLane>> lanes =
        Combinators.combine(
                Arbitraries.of(Rank.class),
                Arbitraries.integers().between(0, 4),
                Arbitraries.integers().between(0, 9))
            .as((rank, share, age) -> new DueLane(0, rank, share, NOW.minusSeconds(age)))
            .list()
            .ofMaxSize(60);
    return lanes.map(
        some ->
            IntStream.range(0, some.size())
                .mapToObj(
                    i ->
                        new DueLane(
                            i + 1L, some.get(i).rank(), some.get(i).share(), some.get(i).due()))
                .toList());
  }

  /** The same number of lanes for each share; lanes of a share are numbered in a row. */
  private void lanes(Rank rank, int shares, int each) {
    for (int share = 1; share <= shares; share++) {
      for (int i = 0; i < each; i++) {
        queue.add(new DueLane(queue.size() + 1L, rank, share, NOW));
      }
    }
  }

  private void keepBusy(DueLane lane) {
    busy.put(lane.lane(), lane.share());
  }

  /** Takes lanes, which are done with at once. */
  private List<DueLane> take(int wanted) {
    List<DueLane> taken = turns.next(view(), NOW, wanted, busy);
    queue.removeAll(taken);
    return taken;
  }

  private static List<Integer> shares(List<DueLane> lanes) {
    return lanes.stream().map(DueLane::share).toList();
  }

  private static long count(List<DueLane> lanes, Rank rank) {
    return lanes.stream().filter(lane -> lane.rank() == rank).count();
  }

  /** A journal of which only the queue is asked. */
  private JournalView view() {
    return (JournalView)
        Proxy.newProxyInstance(
            JournalView.class.getClassLoader(),
            new Class<?>[] {JournalView.class},
            (proxy, method, args) ->
                switch (method.getName()) {
                  case "dueShares" -> dueShares((Rank) args[2], (int) args[3], (int) args[4]);
                  case "dueLanes" -> dueLanes((Rank) args[2], (int) args[3], (int) args[4]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private List<Integer> dueShares(Rank rank, int behind, int limit) {
    return of(rank)
        .map(DueLane::share)
        .filter(share -> share > behind)
        .distinct()
        .sorted()
        .limit(limit)
        .toList();
  }

  private List<DueLane> dueLanes(Rank rank, int share, int limit) {
    return of(rank)
        .filter(lane -> lane.share() == share)
        .sorted(Comparator.comparing(DueLane::due).thenComparing(DueLane::lane))
        .limit(limit)
        .toList();
  }

  private Stream<DueLane> of(Rank rank) {
    return queue.stream().filter(lane -> lane.rank() == rank);
  }
}
