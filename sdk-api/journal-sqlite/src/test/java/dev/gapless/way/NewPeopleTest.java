// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Delivery;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.api.crm.Once;
import dev.gapless.engine.policy.DeliveryPolicy;
import dev.gapless.engine.policy.PeoplePolicy;
import dev.gapless.engine.policy.PeoplePolicy.None;
import dev.gapless.engine.policy.PeoplePolicy.Several;
import dev.gapless.way.FakeMaker.Mood;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** People the CRM does not know are made: one record each, whatever goes wrong. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NewPeopleTest {
  private static final Once CONFIRMED = new Once.Confirmed(FakeCrm.VISIBLE_AFTER);

  private Optional<World> opened = Optional.empty();

  @AfterEach
  void booksBalance() {
    opened.ifPresent(
        world -> {
          assertThat(world.gapless.deepAudit()).allMatch(audit -> audit.agrees());
          world.close();
        });
  }

  static Stream<Once> strategies() {
    return Stream.of(new Once.Enforced(), CONFIRMED, new Once.None());
  }

  /** Where "not there" is believed in the end. */
  static Stream<Once> lookingStrategies() {
    return Stream.of(new Once.Enforced(), CONFIRMED);
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void makesAPersonNobodyKnows(Once once) {
    World world = world(once);
    world.post("message;m1;p1;hello");
    world.work();
    assertThat(world.crm.personOf).containsEntry("m1", "N-1");
    assertThat(maker(world).made).hasSize(1);
  }

  @Test
  void makesNobodyWhomTheCrmKnows() {
    World world = world(CONFIRMED);
    world.crm.people.put("p1", List.of("P-1"));
    world.post("message;m1;p1;hello");
    world.work();
    assertThat(world.crm.personOf).containsEntry("m1", "P-1");
    assertThat(maker(world).calls).isZero();
  }

  @Test
  void makesOneRecordForTwoConversationsOfOnePerson() {
    World world = world(CONFIRMED);
    world.post("message;m1;p1/a;hello", "message;m2;p1/b;hello too");
    world.work();
    world.restart();
    world.post("message;m3;p1/c;before the search shows the record");
    world.work();
    assertThat(world.crm.personOf)
        .containsEntry("m1", "N-1")
        .containsEntry("m2", "N-1")
        .containsEntry("m3", "N-1");
    assertThat(maker(world).made).hasSize(1);
  }

  @Test
  void makesOneRecordWhenTwoThreadsMeetOnePerson() throws InterruptedException {
    World world = world(CONFIRMED);
    world.work();
    FakeMaker maker = maker(world);
    CountDownLatch searched = new CountDownLatch(2);
    Thread other = new Thread(() -> world.gapless.runDueWork());
    world.crm.afterSearch = searched::countDown;
    maker.meanwhile =
        () -> {
          maker.meanwhile = () -> {};
          world.post("message;m2;p1/b;hello too");
          other.start();
          await(searched);
          while (other.getState() == Thread.State.RUNNABLE) {
            Thread.onSpinWait();
          }
        };
    world.post("message;m1;p1/a;hello");
    world.work();
    other.join();
    assertThat(maker.made).hasSize(1);
    assertThat(world.crm.personOf).containsEntry("m1", "N-1").containsEntry("m2", "N-1");
  }

  @Test
  void makesMorePeopleThanOneWalkTakes() {
    World world = world(CONFIRMED);
    world.crm.maxBatch = 100;
    world.restart();
    IntStream.range(0, 50).forEach(i -> world.post("message;m" + i + ";p" + i + ";x"));
    world.work();
    assertThat(maker(world).calls).isEqualTo(50);
    assertThat(world.crm.rows).hasSize(50);
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void makesNoSecondRecordWhenTheAnswerIsLost(Once once) {
    for (Mood mood : List.of(Mood.ANSWER_LOST, Mood.LATE)) {
      World world = world(once);
      maker(world).moods.add(mood);
      world.post("message;m1;p1;hello", "message;m2;p1;again", "message;m3;p2;of somebody else");
      world.work();
      assertThat(world.crm.personOf).containsOnlyKeys("m3");
      world.drain();
      assertThat(maker(world).made).extracting(FakeMaker.Made::phone).containsExactly("p1", "p2");
      assertThat(world.crm.personOf).containsEntry("m1", "N-1").containsEntry("m2", "N-1");
      assertThat(world.books().parked()).isZero();
      close();
    }
  }

  @ParameterizedTest
  @MethodSource("lookingStrategies")
  void makesAgainWhoReallyWasNotMade(Once once) {
    World world = world(once);
    maker(world).moods.add(Mood.REQUEST_LOST);
    world.post("message;m1;p1;hello");
    world.work();
    world.tick(Duration.ofSeconds(30));
    assertThat(maker(world).calls).isEqualTo(1);
    world.drain();
    assertThat(maker(world).calls).isEqualTo(2);
    assertThat(world.crm.personOf).containsEntry("m1", "N-1");
  }

  @Test
  void leavesItToAPersonWhereALookProvesNothing() {
    World world = world(new Once.None());
    maker(world).moods.add(Mood.REQUEST_LOST);
    world.post("message;m1;p1;hello");
    world.drain();
    assertThat(parked(world).reason().orElseThrow()).startsWith("the person may have been made");
    world.tick(Duration.ofDays(3));
    world.post("message;m2;p2;somebody else");
    world.drain();
    world.post("message;m3;p1/other;the doubt is not forgotten");
    world.drain();
    world.restart();
    world.gapless.replay("fake");
    world.drain();
    assertThat(maker(world).made).extracting(FakeMaker.Made::phone).containsExactly("p2");
    assertThat(world.books().parked()).isEqualTo(2);

    world.crm.people.put("p1", List.of("P-made-by-hand"));
    world.gapless.replay("fake");
    world.drain();
    assertThat(world.crm.personOf)
        .containsEntry("m1", "P-made-by-hand")
        .containsEntry("m3", "P-made-by-hand");

    world.crm.people.remove("p1");
    world.tick(Duration.ofHours(1));
    world.post("message;m4;p1;after the record was deleted again");
    world.work();
    assertThat(world.crm.personOf).containsEntry("m4", "N-2");
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void staysInDoubtWhenAnEntryOfTheInboxIsChanged(Once once) {
    World world = world(once);
    unknownPeople(world, None.INBOX);
    world.post("message;m1;p1/a;hello");
    world.work();
    unknownPeople(world, None.CREATE);
    maker(world).lag = Duration.ofSeconds(30);
    maker(world).moods.add(Mood.ANSWER_LOST);
    world.post("message;m2;p1/b;hello again");
    world.work();
    world.post("edit;m1;p1/a;5;hello there");
    world.drain();
    assertThat(maker(world).made).hasSize(1);
    assertThat(world.crm.personOf).containsEntry("m1", "inbox").containsEntry("m2", "N-1");
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void staysInDoubtWhileUnknownPeopleGoToTheInbox(Once once) {
    World world = world(once);
    maker(world).lag = Duration.ofSeconds(30);
    maker(world).moods.add(Mood.ANSWER_LOST);
    world.post("message;m1;p1/a;hello");
    world.work();
    unknownPeople(world, None.INBOX);
    world.post("message;m2;p1/b;hello again");
    world.work();
    unknownPeople(world, None.CREATE);
    world.drain();
    assertThat(maker(world).made).hasSize(1);
    assertThat(world.crm.personOf).containsEntry("m1", "N-1").containsEntry("m2", "inbox");
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void makesNoSecondRecordAfterACrashInTheCall(Once once) {
    World world = world(once);
    maker(world).moods.add(Mood.KILLED_AFTER);
    world.post("message;m1;p1;hello");
    world.drain();
    assertThat(maker(world).made).hasSize(1);
    assertThat(world.crm.personOf).containsEntry("m1", "N-1");
  }

  @ParameterizedTest
  @MethodSource("lookingStrategies")
  void makesThePersonAfterACrashBeforeTheCall(Once once) {
    World world = world(once);
    maker(world).moods.add(Mood.KILLED_BEFORE);
    world.post("message;m1;p1;hello");
    world.drain();
    assertThat(maker(world).made).hasSize(1);
    assertThat(world.crm.personOf).containsEntry("m1", "N-1");
  }

  @ParameterizedTest
  @MethodSource("lookingStrategies")
  void makesNoSecondRecordAfterACrashBetweenMakingAndWriting(Once once) {
    World world = world(once);
    maker(world).lag = Duration.ofMinutes(1);
    world.crm.mood = FakeCrm.Mood.KILLED_BEFORE;
    world.post("message;m1;p1;hello");
    world.drain();
    assertThat(maker(world).made).hasSize(1);
    assertThat(world.crm.personOf).containsEntry("m1", "N-1");
  }

  @Test
  void countsTheTimeOfADoubtFromTheRestart() {
    World world = world(CONFIRMED);
    world.work();
    maker(world).lag = Duration.ofSeconds(90);
    maker(world).meanwhile = () -> world.clock.advance(Duration.ofMinutes(5));
    maker(world).moods.add(Mood.KILLED_AFTER);
    world.post("message;m1;p1;hello");
    world.drain();
    assertThat(maker(world).made).hasSize(1);
  }

  @Test
  void letsARefusalOfTheConnectionStopEverythingAndParkNothing() {
    World world = world(CONFIRMED);
    world.work();
    world.crm.people.put("known", List.of("P-1"));
    maker(world).refusal =
        Optional.of(Refusal.of(Category.SETUP, Scope.CONNECTION, "403", "may not make contacts"));
    world.post("message;m1;p1;hello", "message;m2;known;hello", "message;m3;p3;hello");
    world.work();
    assertThat(world.books().stopped().orElseThrow()).contains("may not make contacts");
    IntStream.range(0, 60).forEach(i -> world.tick(Duration.ofSeconds(10)));
    assertThat(world.books().parked()).isZero();
    assertThat(world.books().waiting()).isEqualTo(3);
    assertThat(delivery(world, "m1").attempts()).isZero();
    maker(world).refusal = Optional.empty();
    world.drain();
    assertThat(world.books().written()).isEqualTo(3);
  }

  @Test
  void parksAnEntryWhosePersonTheCrmWillNotHave() {
    World world = world(CONFIRMED);
    maker(world).refusal =
        Optional.of(Refusal.of(Category.INVALID, Scope.BATCH, "BAD", "field lastName"));
    world.post("message;m1;p1;hello");
    world.drain();
    assertThat(parked(world).reason().orElseThrow())
        .contains("the person is not made", "field lastName");
    maker(world).refusal = Optional.empty();
    world.gapless.replay("fake");
    world.drain();
    assertThat(world.crm.personOf).containsEntry("m1", "N-1");
  }

  @Test
  void parksAfterTheLastAttemptToMakeThePerson() {
    World world = world(CONFIRMED);
    maker(world).refusal =
        Optional.of(Refusal.of(Category.TRANSIENT, Scope.ENTRY, "BUSY", "duplicate rules"));
    world.post("message;m1;p1;hello", "message;m2;p2;hello");
    IntStream.range(0, 7).forEach(i -> world.tick(Duration.ofMinutes(2)));
    assertThat(delivery(world, "m1").state()).isEqualTo(Delivery.State.WAITING);
    world.tick(Duration.ofMinutes(2));
    assertThat(parked(world).reason().orElseThrow()).startsWith("gave up after 8 attempts");
    assertThat(maker(world).calls).isEqualTo(16);
  }

  @Test
  void makesAPersonAnewWhoWasDeletedAtOnce() {
    World world = world(CONFIRMED);
    world.post("message;m1;p1;hello");
    world.work();
    world.crm.gonePeople.add("N-1");
    maker(world)
        .made
        .set(
            0,
            new FakeMaker.Made("nobody", maker(world).made.get(0).person(), world.clock.instant()));
    world.post("message;m2;p1;after the deletion");
    world.drain();
    assertThat(world.crm.personOf).containsEntry("m2", "N-2");
    assertThat(world.books().parked()).isZero();
  }

  private World world(Once once) {
    World world = new World(once);
    opened = Optional.of(world);
    world.crm.maker = Optional.of(new FakeMaker(world.clock));
    unknownPeople(world, None.CREATE);
    return world;
  }

  private static void unknownPeople(World world, None policy) {
    world.policy = new DeliveryPolicy(8, new PeoplePolicy(policy, Several.PARK));
    world.restart();
  }

  private void close() {
    booksBalance();
    opened = Optional.empty();
  }

  private static FakeMaker maker(World world) {
    return world.crm.maker.orElseThrow();
  }

  private static Delivery parked(World world) {
    return world.gapless.parked("fake", 9).get(0);
  }

  private static Delivery delivery(World world, String id) {
    return world.gapless.trace(LineChannel.key(id)).orElseThrow().deliveries().get(0);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
