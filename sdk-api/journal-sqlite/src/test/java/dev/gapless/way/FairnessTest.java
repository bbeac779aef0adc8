// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import static dev.gapless.way.LineChannel.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Refusal;
import dev.gapless.api.crm.CrmCapabilities.LanesInBatch;
import dev.gapless.api.crm.Once;
import dev.gapless.engine.DeepAudit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever floods in, nobody else waits long for a turn. */
class FairnessTest {
  private static final List<FakeCrm.Mood> MOODS = List.of(FakeCrm.Mood.values());
  private static final int LINES_PER_POST = 1_000;
  private static final Refusal OUTAGE =
      Refusal.of(Refusal.Category.OUTAGE, Refusal.Scope.CONNECTION, "", "down");

  private World world = new World(new Once.Enforced());

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aTenantWithAFloodDoesNotHoldUpAnother() {
    postAll(IntStream.range(0, 20_000).mapToObj(i -> "message;a" + i + "@A;c" + i + ";flood"));
    world.clock.advance(Duration.ofMinutes(1));
    world.post("message;b@B;c;news");
    callAndStop(2);
    assertThat(written()).contains("b@B").hasSize(10);
  }

  @Test
  void tenantsTakeTurns() {
    for (String tenant : List.of("A", "B", "C")) {
      postAll(
          IntStream.range(0, 40).mapToObj(i -> "message;" + i + "@" + tenant + ";c" + i + ";x"));
    }
    callAndStop(3);
    assertThat(written().stream().map(id -> id.replaceFirst(".*@", "")))
        .containsExactly("A", "B", "C", "A", "B", "C", "A", "B", "C", "A", "B", "C", "A", "B", "C");
  }

  @ParameterizedTest
  @EnumSource
  void aLaneWithAFloodDoesNotHoldUpAnother(LanesInBatch lanes) {
    world.crm.lanes = lanes;
    world.restart();
    postAll(IntStream.range(0, 10_000).mapToObj(i -> "message;m" + i + ";long;x"));
    world.post("message;n1;short;x", "message;n2;short;x", "message;n3;short;x");
    callAndStop(2);
    if (lanes == LanesInBatch.ONE_ENTRY) {
      assertThat(written()).containsExactly("m0", "n1", "m1", "n2");
    } else {
      assertThat(written())
          .containsExactly("m0", "m1", "m2", "n1", "n2", "m3", "m4", "m5", "m6", "n3");
    }
  }

  @Test
  void lanesTakeTurnsWhereACallTakesOneEntry() {
    oneEntryPerCall();
    postAll(IntStream.range(0, 100).mapToObj(i -> "message;m" + i + ";long;x"));
    world.clock.advance(Duration.ofSeconds(1));
    world.post("message;n1;short;x", "message;n2;other;x");
    world.clock.advance(Duration.ofSeconds(1));
    callAndStop(4);
    assertThat(written()).containsExactly("m0", "n1", "n2", "m1");
  }

  @Test
  void aChangeOfAnEntryThatIsWrittenGivesItsLaneNoTurn() {
    oneEntryPerCall();
    postAll(IntStream.range(0, 100).mapToObj(i -> "message;m" + i + ";long;x"));
    world.clock.advance(Duration.ofSeconds(1));
    world.post("message;n1;short;x", "message;n2;other;x");
    world.clock.advance(Duration.ofSeconds(1));
    world.crm.beforeWrite =
        () ->
            world.crm.beforeWrite =
                () -> {
                  world.post("edit;m0;long;5;corrected");
                  stopAfter(2);
                };
    world.work();
    assertThat(written()).containsExactly("m0", "n1", "n2", "m1");
  }

  @Test
  void whoFindsOnlyWhatIsLockedWaitsForTheCallThatHoldsTheLock() {
    oneEntryPerCall();
    IntStream.range(0, 9).forEach(i -> world.post("message;m" + i + ";c1/" + i + ";x"));
    world.work();
    IntStream.range(0, 9).forEach(i -> world.post("message;n" + i + ";c1/" + i + ";x"));
    List<Boolean> beside = new ArrayList<>();
    world.crm.beforeWrite = () -> beside.add(world.gapless.runDueWork());
    world.work();
    assertThat(beside).containsExactly(false);
    assertThat(world.books().written()).isEqualTo(18);
  }

  @Test
  void aLaneThatMeetsALockWaitsInItsShareAndAllOthersGoOn() {
    oneEntryPerCall();
    world.work();
    world.post("message;a0@A;p/0;x", "message;a1@A;p/1;x", "message;a2@A;q;x", "message;a3@A;r;x");
    world.post("message;b0@B;s;x", "message;b1@B;t;x");
    world.clock.advance(Duration.ofSeconds(1));
    List<String> beside = new ArrayList<>();
    world.crm.beforeWrite =
        () -> {
          // The first hand meets the lock and waits itself; the next one does all there is.
          world.gapless.runDueWork();
          world.gapless.runDueWork();
          beside.addAll(written());
          world.post("message;a4@A;u;x", "message;b2@B;v;x", "message;b3@B;w;x");
        };
    world.clock.advance(Duration.ofSeconds(1));
    world.work();
    assertThat(beside).containsExactly("b0@B", "b1@B", "a2@A", "a3@A");
    assertThat(written()).containsSequence("a0@A", "b2@B", "a1@A", "b3@B", "a4@A").hasSize(9);
  }

  @Test
  void aLaneThatMeetsALockGoesOnWithTheFirstCallAfterIt() {
    oneEntryPerCall();
    world.work();
    world.post("message;m0;p/0;x", "message;m1;p/1;x", "message;m2;q/0;x", "message;m3;q/1;x");
    List<String> beside = new ArrayList<>();
    world.crm.beforeWrite =
        () -> {
          // m1 meets the lock of m0, and is put back; m3 that of m2, which is in flight meanwhile.
          world.gapless.runDueWork();
          world.crm.beforeWrite = world.gapless::runDueWork;
          world.gapless.runDueWork();
          beside.addAll(written());
        };
    world.work();
    assertThat(beside).containsExactly("m2", "m3");
    assertThat(written()).containsExactly("m2", "m3", "m0", "m1");
  }

  @Test
  void whatJustHappenedGoesBeforeFetchedHistory() {
    fetchHistory(5_000);
    world.post("message;new;live;hello");
    callAndStop(1);
    assertThat(written()).startsWith("new").hasSize(5);
  }

  @Test
  void historyMovesUnderAFloodOfWhatJustHappened() {
    fetchHistory(100);
    postAll(IntStream.range(0, 500).mapToObj(i -> "message;new" + i + ";live" + i + ";x"));
    callAndStop(16);
    assertThat(written()).hasSize(80);
    assertThat(written().stream().filter(id -> id.startsWith("old"))).hasSize(10);
  }

  @Test
  void historyMovesEvenWhereACallTakesOneEntry() {
    oneEntryPerCall();
    fetchHistory(100);
    postAll(IntStream.range(0, 100).mapToObj(i -> "message;new" + i + ";live" + i + ";x"));
    callAndStop(16);
    assertThat(written().stream().filter(id -> id.startsWith("old"))).hasSize(2);
  }

  @Test
  void aStatusGoesAfterBoth() {
    oneEntryPerCall();
    world.post("failed;s1;c1;", "past;h1;c2;x", "message;l1;c3;x");
    world.post("failed;s2;c4;", "past;h2;c5;x", "message;l2;c6;x");
    world.work();
    assertThat(written()).containsExactly("l1", "l2", "h1", "h2", "s1", "s2");
  }

  @Test
  void aLaneIsAsUrgentAsItsMostUrgentEntryAndKeepsItsOrder() {
    oneEntryPerCall();
    world.post("past;o1;c1;x", "past;o2;c2;x", "past;h1;c3;x", "past;h2;c3;x");
    world.clock.advance(Duration.ofSeconds(1));
    world.post("message;new;c3;x", "past;h3;c3;x");
    world.work();
    assertThat(written()).containsExactly("h1", "h2", "new", "o1", "o2", "h3");
  }

  @Test
  void aChangeThatJustHappenedMakesAnEntryOfThePastUrgent() {
    oneEntryPerCall();
    world.post("past;h1;c1;x", "past;h2;c2;x", "past;h3;c3;x");
    world.post("edit;h3;c3;5;corrected");
    world.work();
    assertThat(written()).containsExactly("h3", "h1", "h2");
  }

  @Test
  void aCrmThatIsDownDoesNotSlowAnother() {
    FakeCrm other = withOther();
    world.crm.connection = Optional.of(OUTAGE);
    postAll(IntStream.range(0, 50).mapToObj(i -> "message;m" + i + ";c" + i + ";x"));
    world.work();
    assertThat(other.rows).hasSize(50);
    assertThat(other.batches).containsOnly(5).hasSize(10);
    assertThat(world.crm.calls).isLessThanOrEqualTo(1);
    assertThat(world.books("other").waiting()).isZero();
    assertThat(world.books("fake").waiting()).isEqualTo(50);
    world.crm.connection = Optional.empty();
    IntStream.range(0, 20).forEach(i -> world.tick(Duration.ofSeconds(10)));
    assertThat(world.crm.rows).hasSize(50);
    assertThat(other.batches).hasSize(10);
  }

  /** Lines from several tenants, of all ranks, in a few conversations. */
  @Property(tries = 25)
  void everythingIsWrittenAndEachLaneInOrder(
      @ForAll("lines") List<List<String>> posts, @ForAll LanesInBatch lanes) {
    try (World fresh = new World(new Once.Enforced())) {
      fresh.crm.lanes = lanes;
      fresh.restart();
      for (int i = 0; i < posts.size(); i++) {
        int number = i;
        fresh.post(
            IntStream.range(0, posts.get(i).size())
                .mapToObj(j -> posts.get(number).get(j).formatted(number + "." + j))
                .toArray(String[]::new));
        fresh.crm.mood = MOODS.get(i % MOODS.size());
        if (i % 3 == 0) {
          fresh.tick(Duration.ofSeconds(1));
        }
      }
      fresh.crm.mood = FakeCrm.Mood.WELL;
      fresh.drain();
      assertThat(fresh.crm.rows).hasSize(posts.stream().mapToInt(List::size).sum());
      assertThat(
              fresh.crm.creates.stream()
                  .map(one -> one.key().tenant() + one.conversation())
                  .distinct())
          .allSatisfy(lane -> assertThat(sequences(fresh, lane)).isSorted());
      assertThat(fresh.gapless.deepAudit()).allMatch(DeepAudit::agrees);
    }
  }

  @Provide
  Arbitrary<List<List<String>>> lines() {
    return Arbitraries.of("A", "B")
        .flatMap(
            tenant ->
                Arbitraries.of(
                    "message;m%s@" + tenant + ";c1;x",
                    "message;m%s@" + tenant + ";c2;x",
                    "past;p%s@" + tenant + ";c1;x",
                    "past;p%s@" + tenant + ";c3;x",
                    "failed;f%s@" + tenant + ";c2;",
                    "failed;f%s@" + tenant + ";c3;"))
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .list()
        .ofMinSize(1)
        .ofMaxSize(9);
  }

  private static List<Long> sequences(World world, String lane) {
    return world.crm.creates.stream()
        .filter(one -> (one.key().tenant() + one.conversation()).equals(lane))
        .map(FakeCrm.Arrival::sequence)
        .toList();
  }

  private FakeCrm withOther() {
    world.close();
    world =
        new World(
            new Once.Enforced(),
            fresh ->
                fresh.other = Optional.of(new FakeCrm("other", new Once.Enforced(), fresh.clock)));
    return world.other.orElseThrow();
  }

  private void oneEntryPerCall() {
    world.crm.maxBatch = 1;
    world.restart();
  }

  /** Contacts read back while nothing can be written, each in a conversation of its own. */
  private void fetchHistory(int contacts) {
    int batch = world.crm.maxBatch;
    world.close();
    ReadableChannel[] platform = new ReadableChannel[1];
    world =
        new World(
            new Once.Enforced(),
            fresh -> {
              platform[0] = new ReadableChannel(fresh.channel);
              fresh.connector = platform[0];
              fresh.crm.maxBatch = batch;
            });
    platform[0].pageSize = LINES_PER_POST;
    world.work();
    for (int i = 0; i < contacts; i++) {
      platform[0].happened(NOON.plusSeconds(1), "old" + i, "c" + i, "x");
    }
    world.crm.connection = Optional.of(OUTAGE);
    world.tick(Duration.ofHours(1));
    assertThat(world.books().waiting()).isEqualTo(contacts);
    world.crm.connection = Optional.empty();
    world.restart();
  }

  private void postAll(Stream<String> lines) {
    List<String> all = lines.toList();
    for (int from = 0; from < all.size(); from += LINES_PER_POST) {
      List<String> some = all.subList(from, Math.min(all.size(), from + LINES_PER_POST));
      assertThat(world.post(some.toArray(String[]::new))).isEqualTo(200);
    }
  }

  /** Delivers until so many calls have been answered; then the CRM goes down. */
  private void callAndStop(int calls) {
    stopAfter(calls);
    world.work();
  }

  private void stopAfter(int calls) {
    world.crm.beforeWrite =
        () -> {
          if (calls == 0) {
            world.crm.connection = Optional.of(OUTAGE);
          } else {
            stopAfter(calls - 1);
          }
        };
  }

  /** What the CRM has, in the order it came. */
  private List<String> written() {
    return world.crm.creates.stream().map(one -> one.key().nativeId()).toList();
  }
}
