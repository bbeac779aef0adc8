// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.gapless.api.Delivery;
import dev.gapless.api.Refusal;
import dev.gapless.api.crm.Once;
import dev.gapless.engine.Audit;
import dev.gapless.engine.DeepAudit;
import dev.gapless.engine.journal.JournalException;
import dev.gapless.engine.retention.Retention;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The three clocks of privacy: what goes when, what stays, and that the books stay exact. */
class RetentionTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final String PHONE = "4915550004711";
  private static final String THREAD = PHONE + "+buyer-canary";

  private final World world = new World(new Once.Enforced());

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void rawBodiesGoAfterThirtyDays() {
    world.post("message;id-canary;" + THREAD + ";text-canary");
    world.drain();
    pass(29);
    assertThat(world.journal.receipts()).isEqualTo(1);
    pass(2);
    assertThat(world.journal.receipts()).isZero();
    assertThat(world.gapless.trace(LineChannel.key("id-canary")).orElseThrow().contentExpired())
        .isFalse();
    assertBooksAgree();
  }

  @Test
  void contentGoesAfterNinetyDaysFromEveryByteOfTheFile() {
    world.post("message;id-canary;" + THREAD + ";text-canary");
    world.drain();
    pass(88);
    assertThat(bytes()).contains("text-canary");
    pass(3);
    assertThat(bytes()).doesNotContain("text-canary");
    assertThat(world.gapless.trace(LineChannel.key("id-canary")).orElseThrow().contentExpired())
        .isTrue();
    assertBooksAgree();
  }

  @Test
  void keysConversationsAndReferencesGoAfterFourHundredDaysFromEveryByteOfTheFile() {
    world.post("message;id-canary;" + THREAD + ";text-canary");
    world.drain();
    pass(398);
    assertThat(bytes()).contains("id-canary", PHONE);
    pass(20);
    assertThat(world.gapless.trace(LineChannel.key("id-canary"))).isEmpty();
    assertThat(bytes()).doesNotContain("text-canary", "id-canary", PHONE, "buyer-canary");
    assertThat(world.books().written()).isEqualTo(1);
    assertBooksAgree();
  }

  @Test
  void anEventOfAnExpiredContactIsKeptAndLeftOut() {
    world.post("message;m1;c1;old");
    world.drain();
    pass(91);
    int calls = world.crm.calls;
    world.post("edit;m1;c1;5;late edit");
    world.post("message;m1;c1;old");
    world.post("copy;m1;c1;2026-11-21T12:00:00Z;read back");
    world.post("garbled;m1");
    world.drain();
    assertThat(world.crm.calls).isEqualTo(calls);
    assertThat(world.crm.rowsOf(LineChannel.key("m1")))
        .extracting(FakeCrm.Row::text)
        .containsExactly("old");
    // The garbled one has the change of the first and counts as its repeat.
    assertThat(world.books().ignoredByRule()).containsEntry("content-expired", 1L);
    assertThat(world.books().repeats()).isEqualTo(3);
    assertBooksAgree();
    pass(91);
    assertThat(bytes()).doesNotContain("late edit", "read back");
  }

  @Test
  void aWebhookRepeatedAfterItsKeyIsGoneIsANewContact() {
    world.post("message;m1;c1;hello");
    world.drain();
    pass(402);
    world.post("message;m1;c1;hello");
    world.drain();
    assertThat(world.books().received()).isEqualTo(2);
    assertThat(world.books().repeats()).isZero();
    assertThat(world.gapless.trace(LineChannel.key("m1")).orElseThrow().events())
        .extracting(event -> event.sequence())
        .containsExactly(2L);
    assertBooksAgree();
  }

  @Test
  void whatWaitsIsKeptForEverAndGoesWhenItIsWritten() {
    world.crm.connection =
        Optional.of(Refusal.of(Refusal.Category.OUTAGE, Refusal.Scope.CONNECTION, "503", "down"));
    world.post("message;m1;c1;still here");
    world.work();
    pass(500);
    assertThat(bytes()).contains("still here");
    assertThat(world.books().waiting()).isEqualTo(1);
    world.crm.connection = Optional.empty();
    world.drain();
    assertThat(world.crm.rowsOf(LineChannel.key("m1")))
        .extracting(FakeCrm.Row::text)
        .containsExactly("still here");
    pass(2);
    assertThat(world.gapless.trace(LineChannel.key("m1"))).isEmpty();
    assertThat(bytes()).doesNotContain("still here");
    assertBooksAgree();
  }

  @Test
  void whatIsParkedCanBeReplayedUntilKeysExpireAndIsLeftOutThen() {
    world.crm.rejected.addAll(List.of("m1", "m2"));
    world.post("message;m1;c1;replayed");
    world.post("message;m2;c2;forgotten");
    world.work();
    pass(390);
    assertThat(world.journal.receipts()).isEqualTo(2);
    world.crm.rejected.clear();
    assertThat(world.gapless.replay("fake", LineChannel.key("m1"))).isTrue();
    world.drain();
    assertThat(world.crm.rowsOf(LineChannel.key("m1")))
        .extracting(FakeCrm.Row::text)
        .containsExactly("replayed");
    pass(12);
    assertThat(world.gapless.parked("fake", 9)).isEmpty();
    assertThat(world.books().ignoredByRule()).containsEntry("expired", 1L);
    assertThat(bytes()).doesNotContain("forgotten");
    assertBooksAgree();
  }

  @Test
  void whatWasParkedLateCanBeReplayedAsLongAsWhatWasParkedAtOnce() {
    world.crm.connection =
        Optional.of(Refusal.of(Refusal.Category.OUTAGE, Refusal.Scope.CONNECTION, "503", "down"));
    world.post("message;m1;c1;late");
    world.work();
    pass(410);
    world.crm.connection = Optional.empty();
    world.crm.rejected.add("m1");
    world.drain();
    pass(398);
    assertThat(world.gapless.parked("fake", 9)).hasSize(1);
    pass(4);
    assertThat(world.gapless.parked("fake", 9)).isEmpty();
    assertThat(world.books().ignoredByRule()).containsEntry("expired", 1L);
    assertBooksAgree();
  }

  @Test
  void whatIsNotUnderstoodIsKeptUntilItIsReadAgain() {
    world.post("strange;s1;c1;now readable");
    world.post("garbled;g1");
    world.post("message;m1;c1;usual");
    world.drain();
    pass(300);
    assertThat(world.journal.receipts()).isEqualTo(2);
    world.channel.version = 2;
    assertThat(world.gapless.reread()).isEqualTo(2);
    world.drain();
    assertThat(world.crm.rowsOf(LineChannel.key("s1")))
        .extracting(FakeCrm.Row::text)
        .containsExactly("now readable");
    assertBooksAgree();
    pass(35);
    assertThat(world.journal.receipts()).isZero();
    assertBooksAgree();
  }

  @Test
  void whatWasNeverUnderstoodGoesWithTheKeysAndReadingAgainSurvivesIt() {
    ListAppender<ILoggingEvent> said = listen();
    world.post("strange;s1;c1;lost-canary", "notice;n1", "garbled;g1");
    world.drain();
    pass(402);
    assertThat(said.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .filteredOn(line -> line.contains("never understood"))
        .singleElement()
        .asString()
        .contains(" 2 events");
    world.channel.version = 2;
    assertThat(world.gapless.reread()).isZero();
    assertThat(bytes()).doesNotContain("lost-canary");
    assertBooksAgree();
  }

  private static ListAppender<ILoggingEvent> listen() {
    Logger log = (Logger) LoggerFactory.getLogger(Retention.class);
    log.setLevel(Level.WARN);
    ListAppender<ILoggingEvent> said = new ListAppender<>();
    said.start();
    log.addAppender(said);
    return said;
  }

  @Test
  void aContactThatGoesOnKeepsItsContent() {
    world.post("message;m1;c1;old");
    world.drain();
    pass(80);
    world.post("edit;m1;c1;5;new");
    world.drain();
    pass(80);
    world.post("edit;m1;c1;6;newest");
    world.drain();
    assertThat(world.crm.rowsOf(LineChannel.key("m1")))
        .extracting(FakeCrm.Row::text)
        .containsExactly("newest");
    assertBooksAgree();
  }

  @Test
  void aConversationInUseKeepsItsIds() {
    world.post("message;m0;" + THREAD + ";x");
    world.drain();
    for (int i = 1; i < 20; i++) {
      pass(30);
      world.post("message;m" + i + ";" + THREAD + ";x");
      world.drain();
    }
    pass(399);
    String lane = lane("m19");
    world.post("message;m20;" + THREAD + ";x");
    world.drain();
    assertThat(lane("m20")).isEqualTo(lane);
    assertBooksAgree();
  }

  @Test
  void aConversationIsKnownAsLongAsItsLastContact() {
    world.post("message;m1;" + THREAD + ";x");
    world.drain();
    pass(6);
    world.post("message;m2;" + THREAD + ";x");
    world.drain();
    pass(398);
    String lane = lane("m2");
    world.post("message;m3;" + THREAD + ";x");
    world.drain();
    assertThat(lane("m3")).isEqualTo(lane);
    assertBooksAgree();
  }

  @Test
  void nothingSeemsOldBecauseTheClockWasSetBack() {
    world.post("message;m1;c1;first-canary");
    world.drain();
    pass(1);
    world.clock.advance(Duration.ofDays(-20));
    world.restart();
    world.post("message;m2;c1;second-canary");
    world.drain();
    // 93 days by the clock, but only 73 since the first one came.
    pass(93);
    assertThat(bytes()).contains("first-canary", "second-canary");
    pass(20);
    assertThat(bytes()).doesNotContain("first-canary", "second-canary");
  }

  @Test
  void aProcessThatStoodStillKnowsWhenThingsCame() {
    world.post("message;m1;c1;before the pause");
    world.drain();
    world.clock.advance(Duration.ofDays(91));
    world.restart();
    world.post("message;m2;c1;after the pause");
    world.drain();
    world.tick(Duration.ofHours(2));
    assertThat(bytes()).contains("after the pause").doesNotContain("before the pause");
  }

  @Test
  void whatWasReadAgainBeforeTheFirstRunMakesNothingOlderThanItIs() {
    world.post("strange;s1;c1;old");
    world.clock.advance(DAY.multipliedBy(410));
    world.post("message;m1;c1;of yesterday");
    world.channel.version = 2;
    assertThat(world.gapless.reread()).isEqualTo(1);
    world.drain();
    pass(2);
    assertThat(world.gapless.trace(LineChannel.key("m1"))).isPresent();
    assertThat(bytes()).contains("of yesterday");
    assertBooksAgree();
  }

  @Test
  void whatWasReadAgainMakesNothingOlderThanItIs() {
    world.drain();
    world.clock.advance(Duration.ofMinutes(1));
    world.post("strange;s1;c1;old");
    world.clock.advance(DAY.multipliedBy(95));
    world.post("message;m1;c1;of yesterday");
    world.channel.version = 2;
    assertThat(world.gapless.reread()).isEqualTo(1);
    world.drain();
    pass(2);
    assertThat(bytes()).contains("of yesterday");
    assertBooksAgree();
  }

  @Test
  void aCrashAtAnyCommitLosesAndRepeatsNothing() {
    IntStream.range(0, 130).forEach(i -> world.post("message;m" + i + ";c" + i % 7 + ";x"));
    world.crm.rejected.add("m5");
    world.drain();
    int crashes = 0;
    for (int day = 0; day < 405; day += 15) {
      world.clock.advance(DAY.multipliedBy(15));
      world.journal.killAt = world.journal.commits.get() + 1 + day % 11;
      world.work();
      crashes += world.journal.commits.get() >= world.journal.killAt ? 1 : 0;
      world.journal.killAt = 0;
      world.work();
      assertBooksAgree();
    }
    assertThat(crashes).isGreaterThan(10);
    pass(2);
    assertThat(world.journal.receipts()).isZero();
    assertThat(world.gapless.trace(LineChannel.key("m1"))).isEmpty();
    assertThat(world.books().received()).isEqualTo(130);
    assertThat(world.books().written()).isEqualTo(129);
    assertBooksAgree();
  }

  @Test
  void whatCouldNotBeWipedIsWipedNextThoughNothingElseGoes() {
    almostOldWithoutWiping(
        () -> {
          throw new JournalException("disk full");
        });
    assertThatThrownBy(() -> pass(2)).hasMessage("disk full");
    assertThat(isContentExpired()).isTrue();
    assertThat(bytes()).contains("text-canary");
    world.journal.atWipe = () -> {};
    world.tick(Duration.ofMinutes(2));
    assertThat(bytes()).doesNotContain("text-canary");
    assertBooksAgree();
  }

  @Test
  void whatAProcessDidNotWipeTheNextOneWipes() {
    almostOldWithoutWiping(
        () -> {
          throw new FakeCrm.Killed();
        });
    int before = world.journal.wipes.get();
    pass(2);
    assertThat(isContentExpired()).isTrue();
    assertThat(world.journal.wipes).hasValue(before);
    world.journal.atWipe = () -> {};
    world.restart();
    world.work();
    assertThat(world.journal.wipes).hasValue(before + 1);
    pass(1);
    assertThat(world.journal.wipes).hasValue(before + 1);
  }

  @Test
  void clearsManyOldContactsInPagesWhileIntakeAndDeliveryGoOn() {
    int many = Integer.getInteger("old-contacts", 3_000);
    world.crm.maxBatch = 500;
    world.restart();
    for (int i = 0; i < many; i += 200) {
      int from = i;
      world.post(
          IntStream.range(from, from + 200)
              .mapToObj(n -> "message;m" + n + ";c" + n + ";text-canary " + n)
              .toArray(String[]::new));
    }
    world.drain();
    int before = world.journal.commits.get();
    world.clock.advance(Duration.ofDays(401));
    world.post("message;new;c1;new text");
    world.drain();
    assertThat(world.journal.commits.get() - before).isGreaterThan(many / 100);
    assertThat(world.crm.rowsOf(LineChannel.key("new"))).hasSize(1);
    assertThat(world.gapless.trace(LineChannel.key("m7"))).isEmpty();
    assertThat(bytes()).doesNotContain("text-canary");
    assertThat(world.books().received()).isEqualTo(many + 1);
    assertBooksAgree();
  }

  @Test
  void noCommitRemovesManyLargeBodies() {
    String large = "x".repeat(1 << 20);
    for (int i = 0; i < 20; i++) {
      world.post("message;m" + i + ";c" + i + ";" + large);
    }
    world.drain();
    int before = world.journal.commits.get();
    world.clock.advance(DAY.multipliedBy(31));
    world.work();
    assertThat(world.journal.receipts()).isZero();
    int withLarge = world.journal.commits.get() - before;
    for (int i = 20; i < 40; i++) {
      world.post("message;m" + i + ";c" + i + ";small");
    }
    world.drain();
    int between = world.journal.commits.get();
    world.clock.advance(DAY.multipliedBy(31));
    world.work();
    assertThat(withLarge).isGreaterThanOrEqualTo(world.journal.commits.get() - between + 4);
  }

  @Test
  void aRecountUnderWayEndsExactWhileRowsGo() throws Exception {
    // More than a recount takes in one commit.
    for (int from = 0; from < 4_000; from += 200) {
      world.post(
          IntStream.range(from, from + 200)
              .mapToObj(i -> "message;m" + i + ";c" + i + ";x")
              .toArray(String[]::new));
    }
    world.drain();
    world.clock.advance(Duration.ofDays(401));
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<?> removing = other.submit(world::work);
      while (!removing.isDone()) {
        assertBooksAgree();
      }
      removing.get();
    } finally {
      other.shutdown();
    }
    assertBooksAgree();
    assertThat(world.gapless.trace(LineChannel.key("m1"))).isEmpty();
  }

  /** In two days a contact loses its content; from now on what wipes ends so. */
  private void almostOldWithoutWiping(Runnable end) {
    world.post("message;id-canary;" + THREAD + ";text-canary");
    world.drain();
    pass(89);
    world.journal.atWipe = end;
  }

  private boolean isContentExpired() {
    return world.gapless.trace(LineChannel.key("id-canary")).orElseThrow().contentExpired();
  }

  private String lane(String id) {
    return delivery(id).lane();
  }

  private Delivery delivery(String id) {
    return world.gapless.trace(LineChannel.key(id)).orElseThrow().deliveries().get(0);
  }

  /** Days pass, and the work of each is done. */
  private void pass(int days) {
    for (int day = 0; day < days; day++) {
      world.tick(DAY);
    }
  }

  private void assertBooksAgree() {
    assertThat(world.gapless.audit()).allMatch(Audit::balances);
    assertThat(world.gapless.deepAudit()).allMatch(DeepAudit::agrees);
  }

  /** The journal as the disk has it, with its log. */
  private String bytes() {
    try (Stream<Path> files = Files.list(world.folder())) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
