// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import static dev.gapless.way.LineChannel.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.api.crm.Once;
import dev.gapless.engine.CatchUpReport;
import dev.gapless.engine.DeepAudit;
import dev.gapless.engine.Trace;
import dev.gapless.engine.policy.CatchUpPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What webhooks missed comes in, once and in order, whatever fails while it is fetched. */
class CatchUpTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private ReadableChannel platform;
  private World world = open();

  private World open() {
    return open(CatchUpPolicy.DEFAULT);
  }

  private World open(CatchUpPolicy policy) {
    return new World(
        new Once.Enforced(),
        fresh -> {
          platform = new ReadableChannel(fresh.channel);
          fresh.connector = platform;
          fresh.catchUp = policy;
        });
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void bringsWhatWebhooksMissedInTheOrderItHappened() {
    world.work();
    missed(1, "m1", "first");
    seen(2, "m2", "second");
    missed(3, "m3", "third");
    missed(4, "m4", "fourth");
    missed(5, "m5", "fifth");
    sweep();
    assertThat(written()).containsExactly("second", "first", "third", "fourth", "fifth");
    assertThat(report().recovered()).isEqualTo(4);
    assertThat(report().known()).isEqualTo(1);
    assertThat(report().pages()).isEqualTo(3);
    assertBalanced();
  }

  @Test
  void keepsTheOrderOfContactsOfOneInstant() {
    world.work();
    List.of(1, 2, 3, 4, 5).forEach(n -> missed(1, "m" + n, "text " + n));
    sweep();
    assertThat(written()).containsExactly("text 1", "text 2", "text 3", "text 4", "text 5");
  }

  @Test
  void bringsNothingTwiceHoweverOftenItIsRead() {
    missed(1, "m1", "first");
    sweep();
    for (int i = 0; i < 3; i++) {
      world.gapless.catchUp("line", NOON);
      world.work();
    }
    assertThat(written()).containsExactly("first");
    assertThat(report().recovered()).isZero();
    assertBalanced();
  }

  @Test
  void aPageWithNothingOnItBringsNothing() {
    world.work();
    sweep();
    assertThat(report().pages()).isEqualTo(1);
    assertThat(report().recovered()).isZero();
    assertThat(report().known()).isZero();
    assertBalanced();
  }

  @Test
  void aWebhookThatComesAfterItsCopyIsTheSameContact() {
    world.work();
    missed(1, "m1", "first");
    sweep();
    world.post("message;m1;c1;first");
    world.work();
    assertThat(written()).containsExactly("first");
    assertBalanced();
  }

  @Test
  void whatWasEditedMeanwhileBecomesAnEdit() {
    world.work();
    seen(1, "m1", "before");
    world.work();
    missed(2, "m1", "after");
    sweep();
    assertThat(written()).containsExactly("after");
    assertThat(report().recovered()).isEqualTo(1);
    assertBalanced();
  }

  @Test
  void whatWasChangedBackMeanwhileIsAChangeToo() {
    world.work();
    missed(1, "m1", "A");
    sweep();
    world.post("edit;m1;c1;2;B");
    world.work();
    assertThat(written()).containsExactly("B");
    missed(3, "m1", "A");
    world.gapless.catchUp("line", NOON);
    world.work();
    assertThat(written()).containsExactly("A");
    assertBalanced();
  }

  @Test
  void takesNoOldContactThatItMeetsOnThePagesForANewOne() {
    platform.strict = false;
    platform.happened(NOON.minus(HOUR), "old", "c1", "old");
    missed(1, "m1", "text");
    world.work();
    assertThat(written()).containsExactly("text");
    assertThat(report().recovered()).isEqualTo(1);
  }

  @Test
  void takesNoOldContactForANewOneWhoseCopySaysThatItWasCreated() {
    platform.strict = false;
    world.work();
    sweep();
    platform.created("old", "c1", "old");
    sweep();
    assertThat(report().pages()).isEqualTo(1);
    assertThat(report().recovered()).isZero();
    assertThat(world.books().received()).isZero();
    assertThat(written()).isEmpty();
  }

  @Test
  void anOldContactThatIsHiddenBringsNothingOnceItsContentHasGone() {
    platform.strict = false;
    seen(1, "m1", "text");
    platform.hidden(NOON.plusSeconds(1), "m1", "c1");
    world.work();
    pass(95);
    Trace trace = world.gapless.trace(LineChannel.key("m1")).orElseThrow();
    assertThat(trace.contentExpired()).isTrue();
    assertThat(trace.events()).hasSize(2);
    assertThat(world.journal.receipts()).isZero();
    assertBalanced();
  }

  @Test
  void aContactIsWrittenThoughItsEditCameLongBefore() {
    world.post("edit;m1;c1;5;edited");
    world.work();
    pass(95);
    missed(1, "m1", "edited");
    world.gapless.catchUp("line", NOON);
    world.drain();
    assertThat(written()).containsExactly("edited");
    assertBalanced();
  }

  @Test
  void aDeepSweepBringsNothingBackThatWasForgottenWhileItRan() {
    platform.pageSize = 1;
    seen(1, "m1", "first");
    seen(2, "m2", "second");
    world.drain();
    pass(399);
    platform.beforePage = () -> platform.refusals.add(throttledFor(Duration.ofDays(3)));
    world.gapless.catchUp("line", NOON);
    world.work();
    platform.beforePage = () -> {};
    pass(6);
    assertThat(report().running()).isFalse();
    assertThat(world.gapless.trace(LineChannel.key("m2"))).isEmpty();
    assertThat(world.books().received()).isEqualTo(2);
    assertBalanced();
  }

  @Test
  void holdsPagesUntilTheSweepIsComplete() {
    world.work();
    List.of(1, 2, 3).forEach(n -> missed(n, "m" + n, "text " + n));
    platform.refusals.add(refusal(Category.OUTAGE));
    world.tick(HOUR);
    platform.refusals.add(refusal(Category.OUTAGE));
    world.tick(HOUR);
    assertThat(written()).isEmpty();
    assertThat(report().horizon()).isBefore(NOON.plus(HOUR));
    assertThat(report().problem()).hasValueSatisfying(why -> assertThat(why).contains("outage"));
    world.tick(HOUR);
    assertThat(written()).containsExactly("text 1", "text 2", "text 3");
    assertThat(report().problem()).isEmpty();
    assertThat(report().horizon()).isAfter(NOON.plus(HOUR));
  }

  @Test
  void keepsNoPageForEverThoughTheSweepIsNeverComplete() {
    world.work();
    List.of(1, 2, 3).forEach(n -> missed(n, "m" + n, "text " + n));
    platform.beforePage =
        () -> platform.refusals.addAll(Collections.nCopies(5_000, refusal(Category.OUTAGE)));
    world.tick(HOUR);
    pass(398);
    assertThat(world.journal.receipts()).isEqualTo(1);
    pass(4);
    assertThat(world.journal.receipts()).isZero();
    platform.beforePage = () -> {};
    platform.refusals.clear();
    pass(2);
    assertThat(report().running()).isFalse();
    assertBalanced();
  }

  @Test
  void goesOnWithTheSamePageWhenThePlatformAllows() {
    world.work();
    List.of(1, 2, 3).forEach(n -> missed(n, "m" + n, "text " + n));
    platform.beforePage = () -> platform.refusals.add(throttledFor(Duration.ofMinutes(7)));
    platform.asked.clear();
    world.tick(HOUR);
    platform.beforePage = () -> {};
    world.tick(Duration.ofMinutes(6));
    assertThat(platform.asked).containsExactly(Optional.empty(), Optional.of("2"));
    world.tick(Duration.ofMinutes(1));
    assertThat(platform.asked).hasSize(3).last().isEqualTo(Optional.of("2"));
    assertThat(written()).hasSize(3);
  }

  @Test
  void isNotAskedAgainAtOnceThoughThePlatformAsksForNoPause() {
    world.work();
    platform.asked.clear();
    platform.refusals.addAll(List.of(throttledFor(Duration.ZERO), throttledFor(Duration.ZERO)));
    world.tick(HOUR);
    world.work();
    assertThat(platform.asked).hasSize(1);
    world.tick(HOUR);
    world.tick(HOUR);
    assertThat(report().running()).isFalse();
  }

  @Test
  void startsAgainWhenItsCursorHasExpired() {
    world.work();
    List.of(1, 2, 3).forEach(n -> missed(n, "m" + n, "text " + n));
    platform.beforePage =
        () -> {
          platform.refusals.add(refusal(Category.INVALID));
          platform.beforePage = () -> {};
        };
    sweep();
    assertThat(written()).containsExactly("text 1", "text 2", "text 3");
    assertThat(report().recovered()).isEqualTo(3);
    assertThat(report().problem()).isEmpty();
    assertBalanced();
  }

  @Test
  void releasesWhatItHasWhenThePlatformWillNotGiveTheRest() {
    world.work();
    final Instant before = report().horizon();
    List.of(1, 2, 3).forEach(n -> missed(n, "m" + n, "text " + n));
    platform.beforePage = () -> platform.refusals.add(refusal(Category.INVALID));
    world.tick(HOUR);
    assertThat(written()).containsExactly("text 2", "text 3");
    assertThat(report().problem()).hasValueSatisfying(why -> assertThat(why).contains("invalid"));
    assertThat(report().horizon()).isEqualTo(before);
    platform.beforePage = () -> {};
    platform.refusals.clear();
    world.tick(HOUR);
    assertThat(written()).containsExactly("text 2", "text 3", "text 1");
    assertBalanced();
  }

  @Test
  void endsWhenThePlatformAnswersOnePageForEver() {
    platform.stuck = true;
    missed(1, "m1", "text");
    world.gapless.catchUp("line", NOON);
    world.work();
    assertThat(report().running()).isFalse();
    assertThat(report().problem()).isPresent();
    assertThat(written()).containsExactly("text");
  }

  @Test
  void asksAgainWhenTheReaderItselfBreaks() {
    world.work();
    missed(1, "m1", "first");
    platform.beforePage =
        () -> {
          platform.beforePage = () -> {};
          throw new NoSuchMethodError("planned");
        };
    sweep();
    sweep();
    assertThat(written()).containsExactly("first");
    assertBalanced();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aClockThatWasAheadForAWhileHidesNothing(boolean restarted) {
    world.work();
    sweep();
    Duration ahead = Duration.ofDays(30);
    world.tick(ahead);
    sweep();
    world.tick(ahead.negated());
    platform.happened(world.clock.instant(), "m1", "c1", "first");
    if (restarted) {
      world.restart();
    }
    sweep();
    assertThat(written()).containsExactly("first");
    assertBalanced();
  }

  @Test
  void oneStrangeItemCostsNothingButItself() {
    world.work();
    missed(1, "m1", "first");
    platform.strange(NOON.plusSeconds(2));
    missed(3, "m3", "third");
    platform.pageSize = 1;
    sweep();
    assertThat(written()).containsExactly("first", "third");
    assertThat(world.books().parked()).isEqualTo(1);
    assertBalanced();
  }

  @Test
  void readsNothingFromBeforeItsFirstStartUnlessAsked() {
    platform.happened(NOON.minus(HOUR), "old", "c1", "old");
    sweep();
    assertThat(written()).isEmpty();
    world.gapless.catchUp("line", NOON.minus(HOUR));
    world.work();
    assertThat(written()).containsExactly("old");
  }

  @Test
  void goesBackToTheDateItIsConfiguredWith() {
    world.close();
    world = open(new CatchUpPolicy(Optional.empty(), Optional.of(NOON.minus(HOUR))));
    platform.happened(NOON.minus(HOUR), "old", "c1", "old");
    world.work();
    assertThat(written()).isEmpty();
    world.gapless.catchUp("line", NOON);
    world.work();
    assertThat(written()).containsExactly("old");
  }

  @Test
  void saysWhichChannelsCanBeReadBack() {
    assertThatThrownBy(() -> world.gapless.catchUp("fax", NOON))
        .hasMessageContaining("'fax'")
        .hasMessageContaining("[line]");
    assertThat(report().limits()).isEqualTo("removed contacts");
  }

  @Test
  void keepsNoPageThatBroughtNothing() {
    world.work();
    seen(1, "m1", "text");
    world.work();
    long before = world.journal.receipts();
    world.gapless.catchUp("line", NOON);
    world.work();
    assertThat(report().pages()).isEqualTo(1);
    assertThat(world.journal.receipts()).isEqualTo(before);
  }

  /** A platform that drops every webhook for an hour, and a process that dies at any commit. */
  @Property(tries = 40)
  void losesAndRepeatsNothingWhereverTheProcessDies(@ForAll @IntRange(min = 1, max = 30) int kill) {
    try (World fresh = open()) {
      fresh.work();
      platform.pageSize = 60;
      List<String> expected = new ArrayList<>();
      for (int n = 0; n < 300; n++) {
        platform.happened(NOON.plusSeconds(n), "m" + n, "c" + n % 7, "text " + n);
        expected.add("text " + n);
      }
      fresh.journal.killAt = fresh.journal.commits.get() + kill;
      fresh.tick(HOUR);
      fresh.journal.killAt = 0;
      fresh.drain();
      fresh.tick(HOUR);
      assertThat(fresh.crm.rows.values().stream().map(FakeCrm.Row::text))
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(fresh.crm.rows.values().stream().filter(row -> row.conversation().equals("c3")))
          .isSortedAccordingTo(java.util.Comparator.comparing(FakeCrm.Row::sequence));
      assertThat(fresh.gapless.catchUps().get(0).known()).isEqualTo(0);
      assertThat(fresh.gapless.deepAudit()).allMatch(DeepAudit::agrees);
    }
  }

  private void seen(int second, String id, String text) {
    missed(second, id, text);
    assertThat(world.post("message;" + id + ";c1;" + text)).isEqualTo(200);
  }

  private void missed(int second, String id, String text) {
    platform.happened(NOON.plusSeconds(second), id, "c1", text);
  }

  private void sweep() {
    world.tick(HOUR);
  }

  /** Days pass, and the work of each is done. */
  private void pass(int days) {
    for (int day = 0; day < days; day++) {
      world.tick(Duration.ofDays(1));
    }
  }

  private List<String> written() {
    return world.crm.rows.values().stream().map(FakeCrm.Row::text).toList();
  }

  private CatchUpReport report() {
    return world.gapless.catchUps().get(0);
  }

  private void assertBalanced() {
    assertThat(world.gapless.deepAudit()).allMatch(DeepAudit::agrees);
  }

  private static Refusal refusal(Category category) {
    return Refusal.of(category, Scope.CONNECTION, "", "test");
  }

  private static Refusal throttledFor(Duration wait) {
    return refusal(Category.THROTTLED).retryAfter(wait);
  }
}
