// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import static dev.gapless.way.LineChannel.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Refusal;
import dev.gapless.api.crm.Once;
import dev.gapless.engine.CatchUpReport;
import dev.gapless.engine.DeepAudit;
import dev.gapless.journal.sqlite.OldJournal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sweep that was under way in a journal of the second schema, which knew no retention. */
class OldSweepTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Refusal OUTAGE =
      Refusal.of(Refusal.Category.OUTAGE, Refusal.Scope.CONNECTION, "", "down");

  private final ReadableChannel platform = new ReadableChannel(new LineChannel());
  private final World world = new World(new Once.Enforced(), fresh -> fresh.connector = platform);

  @AfterEach
  void close() {
    world.close();
  }

  /** Before a page, between pages, in the release, and when it has ended. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 7, 8, 9, 10, 12})
  void goesOnWhereItWas(int kill) {
    world.work();
    world.post("message;m7;c0;text", "message;m8;c1;text");
    world.work();
    happened(300);
    platform.pageSize = 60;
    world.clock.advance(HOUR);
    dieIn(kill);
    assertThat(world.books().received()).isLessThan(302);
    upgrade();
    world.tick(HOUR);
    world.drain();
    assertThat(world.crm.creates.stream().map(one -> one.key().nativeId()))
        .containsExactlyInAnyOrderElementsOf(ids(300));
    assertThat(world.books().received()).isEqualTo(300);
    assertThat(report().running()).isFalse();
    assertThat(platform.asked.stream().filter(cursor -> cursor.isPresent()).distinct()).hasSize(4);
    assertBalanced();
    pass(33);
    assertThat(world.journal.receipts()).isZero();
    assertBalanced();
  }

  @Test
  void aHeldPageIsKeptUntilItsSweepIsReleased() {
    holdFirstPage();
    pass(40);
    assertThat(world.journal.receipts()).isEqualTo(1);
    platform.refusals.clear();
    platform.beforePage = () -> {};
    pass(1);
    world.drain();
    assertThat(world.books().written()).isEqualTo(6);
    assertBalanced();
  }

  @Test
  void aHeldPageWhoseSweepNeverEndsGoesWithTheKeys() {
    holdFirstPage();
    pass(398);
    assertThat(world.journal.receipts()).isEqualTo(1);
    pass(4);
    assertThat(world.journal.receipts()).isZero();
    assertBalanced();
  }

  /** The platform gives one page and no more; then the journal is an old one. */
  private void holdFirstPage() {
    world.work();
    happened(6);
    platform.beforePage = () -> platform.refusals.addAll(Collections.nCopies(5_000, OUTAGE));
    world.tick(HOUR);
    upgrade();
  }

  private void happened(int contacts) {
    for (int n = 0; n < contacts; n++) {
      platform.happened(NOON.plusSeconds(n), "m" + n, "c" + n % 7, "text");
    }
  }

  private void dieIn(int commit) {
    world.journal.killAt = world.journal.commits.get() + commit;
    world.work();
    world.journal.killAt = 0;
  }

  private void upgrade() {
    world.gapless.close();
    OldJournal.makeOf(world.folder().resolve("journal.db"));
    world.restart();
  }

  private void pass(int days) {
    for (int day = 0; day < days; day++) {
      world.tick(Duration.ofDays(1));
    }
  }

  private CatchUpReport report() {
    return world.gapless.catchUps().get(0);
  }

  private static List<String> ids(int many) {
    return IntStream.range(0, many).mapToObj(n -> "m" + n).toList();
  }

  private void assertBalanced() {
    assertThat(world.gapless.deepAudit()).allMatch(DeepAudit::agrees);
  }
}
