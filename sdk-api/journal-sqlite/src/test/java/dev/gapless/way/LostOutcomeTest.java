// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.api.crm.CrmCapabilities.LanesInBatch;
import dev.gapless.api.crm.Once;
import dev.gapless.engine.DeepAudit;
import dev.gapless.engine.journal.JournalException;
import dev.gapless.engine.policy.DeliveryPolicy;
import dev.gapless.engine.policy.PeoplePolicy;
import dev.gapless.engine.policy.PeoplePolicy.None;
import dev.gapless.engine.policy.PeoplePolicy.Several;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a call came to does not get into the journal, and the process lives on. */
@Timeout(180)
class LostOutcomeTest {
  private static final Once CONFIRMED = new Once.Confirmed(FakeCrm.VISIBLE_AFTER);

  private World world = new World(CONFIRMED);

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @EnumSource
  void isLookedUpWhereTheCrmLetsUsLook(LanesInBatch lanes) {
    world.crm.lanes = lanes;
    world.restart();
    writeWithAFullDisk("message;m1;c1;hello", "message;m2;c1;next");
    world.drain();
    assertThat(world.crm.creates)
        .extracting(one -> one.key().nativeId())
        .containsExactly("m1", "m2");
    assertThat(world.books().written()).isEqualTo(2);
  }

  @Test
  void isParkedWhereTheCrmDoesNotLetUsLook() {
    worldOf(new Once.None());
    writeWithAFullDisk("message;m1;c1;hello", "message;m2;c1;next");
    world.drain();
    assertThat(world.crm.creates)
        .extracting(one -> one.key().nativeId())
        .containsExactly("m1", "m2");
    assertThat(world.gapless.parked("fake", 9))
        .singleElement()
        .satisfies(
            one -> assertThat(one.reason().orElseThrow()).startsWith("may have been written"));
  }

  @Test
  void ofAChangeIsWaitedForWhereItMayTakeEffectLate() {
    worldOf(new Once.Enforced(Duration.ofSeconds(10)));
    world.post("message;m1;c1;old");
    world.work();
    writeWithAFullDisk("edit;m1;c1;5;new");
    world.work();
    assertThat(world.crm.updates).hasSize(1);
    world.drain();
    assertThat(world.crm.updates).hasSize(2);
    assertThat(world.books().waiting()).isZero();
  }

  @Test
  void isNotSentAgainByWhoReadItBeforeItWasSettledUnderAJoinedLane() throws InterruptedException {
    settleM1UnderAJoinedLaneWhileItIsRead();
    assertThat(world.crm.creates)
        .extracting(one -> one.key().nativeId())
        .containsExactly("m0", "m1", "m2");
  }

  @Test
  void isParkedOnceByTwoWhoReadItUnderJoinedLanes() throws InterruptedException {
    worldOf(new Once.Enforced());
    world.crm.rejected.add("m1");
    settleM1UnderAJoinedLaneWhileItIsRead();
    assertThat(world.books().parked()).isEqualTo(1);
    assertThat(world.books().written()).isEqualTo(2);
    assertThat(world.gapless.deepAudit()).allMatch(DeepAudit::agrees);
  }

  @Test
  void isNotParkedForItsPersonByWhoReadItBeforeItWasWritten() throws InterruptedException {
    worldOf(new Once.Enforced());
    AtomicInteger choices = new AtomicInteger();
    world.crm.people.put("c2", List.of("P-1", "P-2"));
    world.policy = new DeliveryPolicy(8, new PeoplePolicy(None.INBOX, Several.ASK));
    world.chooser =
        Optional.of(
            (party, found) ->
                found.stream().limit(choices.getAndIncrement() == 0 ? 1 : 0).findFirst());
    world.restart();
    settleM1UnderAJoinedLaneWhileItIsRead();
    assertThat(choices).hasValue(2);
    assertThat(world.gapless.parked("fake", 9)).isEmpty();
  }

  private void settleM1UnderAJoinedLaneWhileItIsRead() throws InterruptedException {
    world.post("message;m0;c1;first");
    world.work();
    CountDownLatch sending = new CountDownLatch(1);
    CountDownLatch joined = new CountDownLatch(1);
    world.crm.beforeWrite =
        () -> {
          sending.countDown();
          await(joined);
        };
    world.post("message;m1;c2;hello");
    Thread holder = new Thread(world::work, "holder");
    holder.start();
    await(sending);
    world.post("joins;m2;c1;c2");
    world.journal.afterHeads =
        () -> {
          joined.countDown();
          join(holder);
        };
    world.work();
    world.drain();
    assertThat(holder.isAlive()).isFalse();
  }

  private void worldOf(Once once) {
    world.close();
    world = new World(once);
  }

  /** The call succeeds, and the journal's disk is full just then. */
  private void writeWithAFullDisk(String... lines) {
    world.crm.beforeWrite = () -> world.journal.full = true;
    assertThat(world.post(lines)).isEqualTo(200);
    assertThatThrownBy(world::work).isInstanceOf(JournalException.class);
    world.journal.full = false;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
