// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.api.Delivery;
import dev.gapless.api.Refusal;
import dev.gapless.api.crm.Once;
import dev.gapless.engine.journal.JournalException;
import dev.gapless.engine.policy.DeliveryPolicy;
import dev.gapless.engine.policy.PeoplePolicy;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What breaks on the way to a call costs one entry its attempts, and nobody else anything. */
class OneBadEntryTest {
  private final World world = new World(new Once.Enforced());

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whatWasTakenWhenReadingFailedIsTakenAgain(int item) {
    world.post("message;m1;c1;x", "message;m2;c2;x");
    world.journal.itemToFail.set(item);
    assertThatThrownBy(world::work).isInstanceOf(JournalException.class);
    world.work();
    assertThat(world.books().written()).isEqualTo(2);
  }

  @Test
  void anEntryThatCannotBeShownIsParkedAndHoldsUpNobody() {
    world.journal.blank.add("bad");
    deliverBesideTheBad();
    world.journal.blank.clear();
    replays();
  }

  @Test
  void anEntryTheAdapterBreaksAtIsParkedAndHoldsUpNobody() {
    world.crm.broken.add("bad");
    deliverBesideTheBad();
    world.crm.broken.clear();
    replays();
  }

  @Test
  void aLockIsNotTriedAgainAtOnceThoughTheCrmSaysSo() {
    world.crm.refused.put("bad", locked().retryAfter(Duration.ZERO));
    world.post("message;bad;c1;x");
    world.work();
    assertThat(delivery().attempts()).isEqualTo(1);
  }

  @Test
  void aQuestionIsNotPutAgainAtOnceThoughTheCrmSaysSo() {
    world.crm.unanswerable.put("c1", () -> locked().retryAfter(Duration.ofSeconds(-1)));
    world.post("message;bad;c1;x");
    world.work();
    assertThat(delivery().attempts()).isEqualTo(1);
  }

  @Test
  void aLockIsWaitedForAsLongAsTheCrmSays() {
    world.crm.refused.put("bad", locked().retryAfter(Duration.ofHours(1)));
    world.post("message;bad;c1;x");
    world.work();
    assertThat(delivery().due()).isEqualTo(world.clock.instant().plus(Duration.ofHours(1)));
  }

  @Test
  void anErrorInTheCheckOfItsSetUpShutsNothingForGood() {
    world.crm.beforeCheck =
        () -> {
          throw new NoClassDefFoundError("left out of the class path");
        };
    world.post("message;m1;c1;x");
    world.drain();
    assertThat(world.books().written()).isEqualTo(1);
  }

  @Test
  void anEntryWithoutAnOutcomeInTheAnswerMayHaveBeenWritten() {
    try (World none = new World(new Once.None())) {
      none.crm.unsettled.add("bad");
      none.post("message;bad;c1;x", "message;other;c2;x");
      none.drain();
      assertThat(none.gapless.parked("fake", 9))
          .extracting(one -> one.reason().orElseThrow())
          .containsExactly("may have been written: left out of the answer");
      assertThat(none.crm.rows).hasSize(2);
    }
  }

  @Test
  void noAnswerAtAllIsALostAnswer() {
    world.crm.mood = FakeCrm.Mood.NO_ANSWER;
    world.post("message;m1;c1;x");
    world.drain();
    assertThat(world.crm.calls).isEqualTo(2);
    assertThat(world.books().written()).isEqualTo(1);
  }

  @Test
  void anErrorInTheAdapterIsALostAnswer() {
    world.crm.beforeWrite =
        () -> {
          throw new NoClassDefFoundError("left out of the class path");
        };
    world.post("message;m1;c1;x");
    world.drain();
    assertThat(world.books().written()).isEqualTo(1);
  }

  @Test
  void whatMayHaveBeenWrittenAndCannotBeShownIsParkedAtOnce() {
    try (World confirmed = new World(new Once.Confirmed(FakeCrm.VISIBLE_AFTER))) {
      confirmed.crm.mood = FakeCrm.Mood.ANSWER_LOST;
      confirmed.crm.beforeWrite = () -> confirmed.journal.blank.add("bad");
      confirmed.post("message;bad;c1;x");
      confirmed.drain();
      assertThat(confirmed.gapless.parked("fake", 9))
          .extracting(one -> one.reason().orElseThrow())
          .singleElement()
          .asString()
          .startsWith("may have been written");
      assertThat(confirmed.crm.rows).hasSize(1);
    }
  }

  @Test
  void aJournalThatFailsIsNotTheCrmsFault() {
    world.policy = new DeliveryPolicy(8, PeoplePolicy.DEFAULT, Duration.ofSeconds(2));
    world.restart();
    for (int i = 1; i <= 6; i++) {
      world.post("message;m" + i + ";c1/" + i + ";x");
    }
    world.clock.advance(Duration.ofSeconds(2));
    world.journal.itemToFail.set(6);
    assertThatThrownBy(world::work).isInstanceOf(JournalException.class);
    world.work();
    assertThat(world.books().written()).isEqualTo(6);
  }

  private void deliverBesideTheBad() {
    world.crm.maxBatch = 1;
    world.restart();
    world.post("message;bad;c1;x", "message;behind;c1;x", "message;other;c2;x");
    world.work();
    assertThat(world.crm.creates).extracting(one -> one.key().nativeId()).containsExactly("other");
    world.drain();
    assertThat(world.crm.creates)
        .extracting(one -> one.key().nativeId())
        .containsExactly("other", "behind");
    assertThat(delivery().state()).isEqualTo(Delivery.State.PARKED);
    assertThat(delivery().reason().orElseThrow()).startsWith("gave up after 8 attempts");
  }

  private void replays() {
    assertThat(world.gapless.replay("fake")).isEqualTo(1);
    world.work();
    assertThat(world.books().written()).isEqualTo(3);
  }

  private static Refusal locked() {
    return Refusal.of(Refusal.Category.LOCKED, Refusal.Scope.ENTRY, "LOCK", "row lock");
  }

  private Delivery delivery() {
    return world.gapless.trace(LineChannel.key("bad")).orElseThrow().deliveries().get(0);
  }
}
