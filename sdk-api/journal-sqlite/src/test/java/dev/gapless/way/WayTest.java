// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Delivery;
import dev.gapless.api.Kind;
import dev.gapless.api.Refusal;
import dev.gapless.api.crm.CrmCapabilities.LanesInBatch;
import dev.gapless.api.crm.Once;
import dev.gapless.engine.Audit;
import dev.gapless.engine.DeepAudit;
import dev.gapless.engine.Trace;
import dev.gapless.way.FakeCrm.Mood;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of one contact, one promise a test. */
class WayTest {
  private static final Once ENFORCED = new Once.Enforced();
  private static final Once CONFIRMED = new Once.Confirmed(FakeCrm.VISIBLE_AFTER);
  private static final Once NONE = new Once.None();

  private World world = new World(ENFORCED);

  private World worldOf(Once once) {
    world.close();
    world = new World(once);
    return world;
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void writesAMessageIntoTheTimeline() {
    assertThat(world.post("message;m1;c1;hello")).isEqualTo(200);
    world.work();
    assertThat(texts("m1")).containsExactly("hello");
    Trace trace = world.gapless.trace(LineChannel.key("m1")).orElseThrow();
    assertThat(trace.deliveries())
        .singleElement()
        .satisfies(
            delivery -> {
              assertThat(delivery.state()).isEqualTo(Delivery.State.WRITTEN);
              assertThat(delivery.refs().entry()).contains("T-1");
            });
  }

  @Test
  void answers503AndKeepsNothingWhenTheJournalCannotBeWritten() {
    world.journal.full = true;
    assertThat(world.post("message;m1;c1;hello")).isEqualTo(503);
    assertThat(world.books().received()).isZero();
  }

  @Test
  void takesTheRepeatOfAWebhookThatCouldNotBeStored() {
    world.journal.full = true;
    world.post("message;m1;c1;hello");
    world.journal.full = false;
    assertThat(world.post("message;m1;c1;hello")).isEqualTo(200);
    world.work();
    assertThat(texts("m1")).containsExactly("hello");
    assertThat(world.books().repeats()).isZero();
  }

  @Test
  void refusesAForgeryAndStoresNothing() {
    int status =
        world.gapless.webhook("line", LineChannel.forged(List.of("message;m1;c1;x"))).status();
    assertThat(status).isEqualTo(403);
    assertThat(world.books().received()).isZero();
  }

  @Test
  void answers404ForAChannelThatIsNotConfigured() {
    assertThat(world.gapless.webhook("fax", LineChannel.signed(List.of())).status()).isEqualTo(404);
  }

  @Test
  void answers413ForABodyOverTheLimit() {
    String line = "message;m1;c1;" + "x".repeat(4 * 1024 * 1024);
    assertThat(world.post(line)).isEqualTo(413);
  }

  @Test
  void countsRepeatsBesideTheBooks() {
    world.post("message;m1;c1;hello", "message;m1;c1;hello");
    world.post("message;m1;c1;hello");
    world.work();
    assertThat(world.books().received()).isEqualTo(1);
    assertThat(world.books().repeats()).isEqualTo(2);
    assertThat(world.crm.rows).hasSize(1);
  }

  @Test
  void writesTheRestOfABatchAroundABadItem() {
    world.post("message;m1;c1;one", "garbled;g1", "notice;n1", "message;m2;c1;two");
    world.work();
    assertThat(texts("m1")).containsExactly("one");
    assertThat(texts("m2")).containsExactly("two");
    Audit books = world.books();
    assertThat(books.parked()).isEqualTo(1);
    assertThat(books.ignoredByRule()).containsEntry("test-notice", 1L);
    assertThat(world.gapless.parked("fake", 9))
        .extracting(one -> one.reason().orElseThrow())
        .containsExactly("unreadable: text: wrong type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"boom", "crack"})
  void storesTheReceiptWhenTheConnectorItselfBreaks(String line) {
    assertThat(world.post(line)).isEqualTo(200);
    assertThat(world.books().parked()).isEqualTo(1);
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void whatCannotBeReadUnderAKnownKeyIsSettledWithItsContact() {
    world.post("copy;m1;c1;2026-11-21T12:00:00Z;text");
    world.work();
    world.post("garbled;m1");
    world.work();
    assertThat(texts("m1")).containsExactly("text");
    assertThat(world.books().written()).isEqualTo(2);
    assertThat(world.gapless.deepAudit()).allMatch(DeepAudit::agrees);
  }

  @Test
  void foldsAnEditBeforeTheFirstWriteIntoIt() {
    world.post("message;m1;c1;old");
    world.post("edit;m1;c1;5;new");
    world.work();
    assertThat(texts("m1")).containsExactly("new");
    assertThat(world.crm.calls).isEqualTo(1);
    assertThat(world.books().written()).isEqualTo(2);
  }

  @Test
  void updatesTheSameEntryWhenAWrittenItemChanges() {
    world.post("message;m1;c1;old");
    world.work();
    world.post("edit;m1;c1;5;new");
    world.work();
    assertThat(texts("m1")).containsExactly("new");
    assertThat(world.crm.rows).hasSize(1);
  }

  @Test
  void bringsAnEntryUpToDateThatWasWrittenInAnEarlierStateWithoutAnAnswer() {
    world.crm.mood = Mood.KILLED_AFTER;
    world.post("message;m1;c1;old");
    world.work();
    world.post("edit;m1;c1;5;new");
    world.drain();
    assertThat(texts("m1")).containsExactly("new");
  }

  @Test
  void countsAnEditWhoseOriginalComesLater() {
    world.post("edit;m1;c1;5;new");
    assertThat(world.books().ignoredByRule()).containsEntry("original-not-seen", 1L);
    world.post("message;m1;c1;old");
    world.work();
    assertThat(texts("m1")).containsExactly("new");
    assertThat(world.books().written()).isEqualTo(2);
    assertThat(world.books().ignored()).isZero();
  }

  @Test
  void neverWritesAgainWhatWasDeletedInTheCrm() {
    world.post("message;m1;c1;old");
    world.work();
    world.crm.rows.clear();
    world.post("edit;m1;c1;5;new");
    world.work();
    assertThat(world.crm.rows).isEmpty();
    assertThat(world.books().ignoredByRule()).containsEntry("deleted-in-crm", 1L);
    world.post("edit;m1;c1;6;newer");
    world.work();
    assertThat(world.crm.rows).isEmpty();
    assertThat(world.books().balances()).isTrue();
  }

  @Test
  void theBooksAgreeWhenTheOriginalComesOfWhatWasDeletedInTheCrm() {
    world.post("failed;m1;c1;a");
    world.work();
    world.crm.rows.clear();
    world.post("failed;m1;c1;b");
    world.work();
    world.post("edit;m1;c1;5;new");
    assertThat(world.books().ignoredByRule())
        .containsEntry("deleted-in-crm", 1L)
        .containsEntry("original-not-seen", 1L);
    world.post("message;m1;c1;old");
    world.work();
    assertThat(world.crm.rows).isEmpty();
    assertThat(world.books().waiting()).isZero();
    assertThat(world.gapless.deepAudit()).allMatch(DeepAudit::agrees);
  }

  @Test
  void settlesALostAnswerByLookingWhereTheCrmLetsUsLook() {
    worldOf(CONFIRMED).crm.mood = Mood.ANSWER_LOST;
    world.post("message;m1;c1;hello");
    world.drain();
    assertThat(texts("m1")).containsExactly("hello");
    assertThat(world.crm.calls).isEqualTo(1);
  }

  @Test
  void looksAgainHalfWaySoThatALaneNeedNotWaitTheWholeTime() {
    worldOf(CONFIRMED).crm.mood = Mood.ANSWER_LOST;
    world.post("message;m1;c1;hello");
    world.work();
    assertThat(world.books().waiting()).isEqualTo(1);
    world.tick(FakeCrm.VISIBLE_AFTER.dividedBy(2));
    assertThat(world.books().written()).isEqualTo(1);
  }

  @Test
  void doesNotBelieveAbsentBeforeTheCrmHasHadItsTime() {
    worldOf(CONFIRMED).crm.mood = Mood.LATE;
    world.post("message;m1;c1;hello", "message;m2;c1;after it");
    world.drain();
    assertThat(texts("m1")).containsExactly("hello");
    assertThat(world.crm.creates)
        .extracting(one -> one.key().nativeId())
        .containsExactly("m1", "m2");
  }

  @Test
  void writesAgainWhatReallyDidNotArrive() {
    worldOf(CONFIRMED).crm.mood = Mood.REQUEST_LOST;
    world.post("message;m1;c1;hello");
    world.work();
    assertThat(world.crm.rows).isEmpty();
    world.drain();
    assertThat(texts("m1")).containsExactly("hello");
  }

  @Test
  void remembersAfterACrashWhatWasAnnounced() {
    worldOf(CONFIRMED).crm.mood = Mood.KILLED_AFTER;
    world.post("message;m1;c1;hello");
    world.drain();
    assertThat(texts("m1")).containsExactly("hello");
  }

  @Test
  void parksWhatMayHaveBeenWrittenWhereTheCrmDoesNeither() {
    worldOf(NONE).crm.mood = Mood.ANSWER_LOST;
    world.post("message;m1;c1;hello", "message;m2;c1;next");
    world.drain();
    assertThat(texts("m1")).containsExactly("hello");
    assertThat(texts("m2")).containsExactly("next");
    assertThat(world.gapless.parked("fake", 9))
        .singleElement()
        .satisfies(
            one -> assertThat(one.reason().orElseThrow()).startsWith("may have been written"));
  }

  @Test
  void parksAfterACrashWhereTheCrmDoesNeither() {
    worldOf(NONE).crm.mood = Mood.KILLED_BEFORE;
    world.post("message;m1;c1;hello");
    world.drain();
    assertThat(world.crm.rows).isEmpty();
    assertThat(world.books().parked()).isEqualTo(1);
  }

  @Test
  void startsGentlyWhenTheCrmIsBack() {
    for (int i = 0; i < 20; i++) {
      world.post("message;m" + i + ";c" + i + ";text");
    }
    world.crm.connection =
        Optional.of(
            Refusal.of(Refusal.Category.OUTAGE, Refusal.Scope.CONNECTION, "", "maintenance"));
    world.work();
    world.crm.connection = Optional.empty();
    world.crm.batches.clear();
    world.drain();
    assertThat(world.crm.batches).startsWith(1, 2, 4, 5, 5);
  }

  @Test
  void letsAMissingFieldStopEverythingAndParkNothing() {
    world.work();
    world.crm.connection =
        Optional.of(
            Refusal.of(
                Refusal.Category.SETUP, Refusal.Scope.CONNECTION, "UNKNOWN_FIELD", "sequence"));
    IntStream.range(0, 50).forEach(i -> world.post("message;m" + i + ";c" + i + ";x"));
    IntStream.range(0, 60).forEach(i -> world.tick(Duration.ofSeconds(10)));
    assertThat(world.books().parked()).isZero();
    assertThat(world.books().waiting()).isEqualTo(50);
    assertThat(world.books().stopped().orElseThrow()).contains("sequence");
    world.crm.connection = Optional.empty();
    world.drain();
    assertThat(world.books().written()).isEqualTo(50);
  }

  @Test
  void spendsNoAttemptInATenMinuteOutage() {
    world.work();
    world.crm.connection =
        Optional.of(Refusal.of(Refusal.Category.OUTAGE, Refusal.Scope.CONNECTION, "503", "down"));
    world.post("message;m1;c1;one", "message;m2;c1;two");
    int before = world.crm.calls;
    IntStream.range(0, 600).forEach(i -> world.tick(Duration.ofSeconds(1)));
    assertThat(world.crm.calls - before).isLessThanOrEqualTo(1);
    assertThat(delivery("m1").attempts()).isZero();
    world.crm.connection = Optional.empty();
    world.drain();
    assertThat(world.crm.creates)
        .extracting(one -> one.key().nativeId())
        .containsExactly("m1", "m2");
  }

  @Test
  void spendsNoAttemptWhileNobodyIsAnswered() {
    world.post("message;m1;c1;one");
    for (int i = 0; i < 200; i++) {
      world.crm.mood = Mood.REQUEST_LOST;
      world.crm.connection = i % 2 == 0 ? Optional.empty() : world.crm.connection;
      world.tick(Duration.ofSeconds(1));
    }
    world.crm.mood = Mood.WELL;
    world.drain();
    assertThat(texts("m1")).containsExactly("one");
  }

  @Test
  void parksAfterTheLastAttemptAndLetsTheLaneGoOn() {
    world.post("message;m1;c1;one", "message;m2;c1;two");
    for (int i = 0; i < 79; i++) {
      world.crm.mood = Mood.LOCKED;
      world.tick(Duration.ofMinutes(2));
    }
    assertThat(delivery("m1").state()).isEqualTo(Delivery.State.WAITING);
    assertThat(world.crm.rows).isEmpty();
    world.crm.mood = Mood.LOCKED;
    world.tick(Duration.ofMinutes(2));
    assertThat(delivery("m1").reason().orElseThrow()).startsWith("gave up after 80 attempts");
    world.drain();
    assertThat(texts("m2")).containsExactly("two");
  }

  @Test
  void letsLaterChangesOfAParkedItemWaitWithItAndReplaysThemTogether() {
    world.crm.rejected.add("m1");
    world.post("message;m1;c1;one");
    world.work();
    world.post("edit;m1;c1;5;corrected");
    world.work();
    assertThat(world.books().parked()).isEqualTo(2);
    world.crm.rejected.clear();
    assertThat(world.gapless.replay("fake")).isEqualTo(1);
    world.work();
    assertThat(texts("m1")).containsExactly("corrected");
    assertThat(world.books().written()).isEqualTo(2);
  }

  @Test
  void doesNotLetAFailingLaneBlockAnother() {
    world.crm.maxBatch = 1;
    world.restart();
    world.crm.mood = Mood.LOCKED;
    world.post("message;m1;c1;one");
    world.post("message;m2;c2;two");
    world.work();
    assertThat(texts("m1")).isEmpty();
    assertThat(texts("m2")).containsExactly("two");
  }

  @Test
  void sendsManyConversationsInOneCall() {
    world.crm.maxBatch = 100;
    world.restart();
    IntStream.range(0, 80).forEach(i -> world.post("message;m" + i + ";c" + i + ";x"));
    world.work();
    assertThat(world.crm.calls).isEqualTo(1);
    assertThat(world.crm.searches).isEqualTo(1);
  }

  @Test
  void sendsSeveralEntriesOfALaneOnlyToACrmThatKeepsTheirOrder() {
    IntStream.range(0, 5).forEach(i -> world.post("message;m" + i + ";c1;x"));
    world.work();
    assertThat(world.crm.batches).containsOnly(1);
    world.crm.lanes = LanesInBatch.PREFIX;
    world.restart();
    IntStream.range(5, 10).forEach(i -> world.post("message;m" + i + ";c1;x"));
    world.work();
    assertThat(world.crm.batches).endsWith(5);
  }

  @Test
  void halvesACallThatIsTooMuchAndGrowsBack() {
    world.crm.maxBatch = 8;
    world.restart();
    IntStream.range(0, 8).forEach(i -> world.post("message;m" + i + ";c" + i + ";x"));
    world.crm.mood = Mood.TOO_MUCH;
    world.work();
    assertThat(world.crm.batches).startsWith(8, 4);
    assertThat(world.crm.rows).hasSize(8);
    assertThat(delivery("m1").attempts()).isZero();
  }

  @Test
  void updatesAnUnsupportedEntryInPlaceAfterAnUpgrade() {
    world.post("strange;s1;c1;now readable", "garbled;g1");
    world.work();
    assertThat(texts("s1")).containsExactly("");
    world.channel.version = 2;
    assertThat(world.gapless.reread()).isEqualTo(2);
    world.work();
    assertThat(texts("s1")).containsExactly("now readable");
    assertThat(texts("g1")).containsExactly("read");
    assertThat(world.crm.rows).hasSize(2);
    assertThat(world.books().parked()).isZero();
    assertThat(world.gapless.deepAudit()).allMatch(audit -> audit.agrees());
    assertThat(world.gapless.reread()).isZero();
  }

  @Test
  void updatesTheKindOfAnEntryAfterAnUpgradeThoughItsTextIsTheSame() {
    world.post("odd;o1;c1;words");
    world.work();
    assertThat(world.crm.shown.get("o1").kind()).isEqualTo(Kind.UNSUPPORTED);
    world.channel.version = 2;
    assertThat(world.gapless.reread()).isEqualTo(1);
    world.work();
    assertThat(world.crm.shown.get("o1").kind()).isEqualTo(Kind.MESSAGE);
    assertThat(texts("o1")).containsExactly("words");
  }

  private List<String> texts(String id) {
    return world.crm.rowsOf(LineChannel.key(id)).stream().map(FakeCrm.Row::text).toList();
  }

  private Delivery delivery(String id) {
    return world.gapless.trace(LineChannel.key(id)).orElseThrow().deliveries().get(0);
  }
}
