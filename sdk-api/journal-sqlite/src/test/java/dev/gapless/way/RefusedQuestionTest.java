// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Delivery;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.api.crm.Once;
import dev.gapless.engine.DeepAudit;
import dev.gapless.engine.policy.DeliveryPolicy;
import dev.gapless.engine.policy.PeoplePolicy;
import dev.gapless.engine.policy.PeoplePolicy.None;
import dev.gapless.engine.policy.PeoplePolicy.Several;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A question that the CRM fails at because of one it is about: that one is parked, all others go.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RefusedQuestionTest {
  private static final Refusal OUTAGE =
      Refusal.of(Category.OUTAGE, Scope.CONNECTION, "500", "fails");

  private World world = new World(new Once.Confirmed(FakeCrm.VISIBLE_AFTER));
  private int others;

  @AfterEach
  void booksBalance() {
    assertThat(world.gapless.deepAudit()).allMatch(DeepAudit::agrees);
    world.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void aSenderTheCrmFailsAtIsParkedAndStopsNobodyForGood(int linger) {
    policy(PeoplePolicy.DEFAULT, linger);
    world.crm.unanswerable.put("bad", () -> OUTAGE);
    world.post("message;bad;bad;x", "message;behind;bad/2;x", "message;other;c2;x");
    goOnUntilParked("bad");
    assertThat(reason("bad"))
        .isEqualTo("gave up after 8 attempts; nobody says whose it is; outage (500): fails");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void aSenderTheCrmFailsAtIsFoundAmongMany(int linger) {
    policy(PeoplePolicy.DEFAULT, linger);
    world.crm.maxBatch = 50;
    world.restart();
    world.crm.unanswerable.put("p30", () -> OUTAGE);
    for (int i = 0; i < 50; i++) {
      world.post("message;p" + i + ";p" + i + ";x");
    }
    goOnUntilParked("p30");
    world.drain();
    assertThat(world.books().parked()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void aKeyTheCrmFailsAtIsParkedAndStopsNobodyForGood(int linger) {
    policy(PeoplePolicy.DEFAULT, linger);
    world.crm.unanswerable.put("bad", () -> OUTAGE);
    world.crm.mood = FakeCrm.Mood.ANSWER_LOST;
    world.post("message;bad;c1;x", "message;also;c2;x");
    goOnUntilParked("bad");
    assertThat(reason("bad"))
        .isEqualTo(
            "gave up after 8 attempts; may have been written: no look-up shows whether; outage"
                + " (500): fails");
    world.drain();
    assertThat(world.crm.rowsOf(LineChannel.key("bad"))).hasSize(1);
    assertThat(delivery("also").state()).isEqualTo(Delivery.State.WRITTEN);
  }

  @Test
  void aPersonTheCrmFailsToMakeIsParkedAndStopsNobodyForGood() {
    FakeMaker maker = new FakeMaker(world.clock);
    maker.refusals.put("bad", OUTAGE);
    world.crm.maker = Optional.of(maker);
    policy(new PeoplePolicy(None.CREATE, Several.PARK), 0);
    world.post("message;bad;bad;x", "message;other;c2;x");
    goOnUntilParked("bad");
  }

  static Stream<Arguments> refusalsOfACall() {
    return Stream.of(0, 2)
        .flatMap(
            linger ->
                Stream.<Supplier<Refusal>>of(
                        () -> Refusal.of(Category.INVALID, Scope.BATCH, "400", "no such value"),
                        () -> Refusal.of(Category.LOCKED, Scope.ENTRY, "423", "locked"),
                        () -> {
                          throw new NoClassDefFoundError("left out of the class path");
                        })
                    .map(refusal -> Arguments.of(linger, refusal)));
  }

  @ParameterizedTest
  @MethodSource("refusalsOfACall")
  void aSenderTheCrmDoesNotTakeIsFoundAmongManyAndParked(int linger, Supplier<Refusal> refusal) {
    policy(PeoplePolicy.DEFAULT, linger);
    world.crm.unanswerable.put("bad", refusal);
    world.post("message;bad;bad;x");
    for (int i = 0; i < 9; i++) {
      world.post("message;m" + i + ";p" + i + ";x");
    }
    drain();
    assertThat(world.books().written()).isEqualTo(9);
    assertThat(reason("bad")).matches("gave up after 80? attempts; nobody says whose it is; .*");
  }

  @ParameterizedTest
  @MethodSource("refusalsOfACall")
  void aKeyTheCrmDoesNotTakeIsParkedAndStopsNobody(int linger, Supplier<Refusal> refusal) {
    policy(PeoplePolicy.DEFAULT, linger);
    world.crm.unanswerable.put("bad", refusal);
    world.crm.mood = FakeCrm.Mood.ANSWER_LOST;
    world.post("message;bad;c1;x", "message;also;c2;x");
    drain();
    assertThat(delivery("also").state()).isEqualTo(Delivery.State.WRITTEN);
    assertThat(reason("bad")).contains("may have been written: no look-up shows whether; ");
    assertThat(world.crm.rows).hasSize(2);
  }

  /** A CRM that takes everything but one sender is well. */
  @Test
  void aDefiniteRefusalOfQuestionsStopsNothing() {
    for (int i = 0; i < 9; i++) {
      String id = "bad" + i;
      world.crm.unanswerable.put(
          id, () -> Refusal.of(Category.INVALID, Scope.BATCH, "400", "no such value"));
      world.post("message;" + id + ";" + id + ";x");
    }
    for (int i = 0; i < 720 && world.books().waiting() > 0; i++) {
      world.tick(Duration.ofSeconds(10));
      assertThat(world.books().stopped()).isEmpty();
    }
    assertThat(world.books().parked()).isEqualTo(9);
  }

  /** A lock is waited for ten times as often. */
  private void drain() {
    for (int i = 0; i < 10 && world.books().waiting() > 0; i++) {
      world.drain();
    }
  }

  @Test
  void anOutageCostsNobodyAnAttempt() {
    world.work();
    world.crm.unanswerable.put("bad", () -> OUTAGE);
    world.post("message;bad;bad;x");
    for (int i = 0; i < 100; i++) {
      world.tick(Duration.ofSeconds(10));
    }
    assertThat(delivery("bad").attempts()).isZero();
    world.crm.unanswerable.clear();
    world.drain();
    assertThat(delivery("bad").state()).isEqualTo(Delivery.State.WRITTEN);
  }

  /** More attempts at a lock than an entry has at anything else. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anOutageParksNothingThatWaitedLongForALock(boolean question) {
    world.close();
    world = new World(new Once.Enforced());
    world.crm.people.put("c1", List.of());
    world.crm.refused.put("m1", Refusal.of(Category.LOCKED, Scope.ENTRY, "LOCK", "row lock"));
    world.post("message;m1;c1;x");
    for (int i = 0; i < 12; i++) {
      world.tick(Duration.ofMinutes(5));
    }
    assertThat(delivery("m1").attempts()).isEqualTo(12);
    world.crm.refused.clear();
    if (question) {
      world.crm.unanswerable.put("c1", () -> OUTAGE);
    } else {
      world.crm.mood = FakeCrm.Mood.REQUEST_LOST;
    }
    world.tick(Duration.ofMinutes(5));
    assertThat(delivery("m1").state()).isEqualTo(Delivery.State.WAITING);
    assertThat(delivery("m1").attempts()).isEqualTo(12);
  }

  /** Others come all the time, and all of them are written. */
  private void goOnUntilParked(String id) {
    for (int i = 0; i < 200 && delivery(id).state() == Delivery.State.WAITING; i++) {
      world.post("message;n" + i + ";n" + i + ";x");
      world.tick(Duration.ofSeconds(10));
      others++;
    }
    assertThat(delivery(id).state()).isEqualTo(Delivery.State.PARKED);
    for (int i = 0; i < others - 2; i++) {
      assertThat(delivery("n" + i).state()).isEqualTo(Delivery.State.WRITTEN);
    }
  }

  private String reason(String id) {
    return delivery(id).reason().orElseThrow();
  }

  private Delivery delivery(String id) {
    return world.gapless.trace(LineChannel.key(id)).orElseThrow().deliveries().get(0);
  }

  private void policy(PeoplePolicy people, int linger) {
    world.policy = new DeliveryPolicy(8, people, Duration.ofSeconds(linger));
    world.restart();
  }
}
