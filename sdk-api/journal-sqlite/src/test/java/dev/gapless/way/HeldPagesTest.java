// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import static dev.gapless.way.LineChannel.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.crm.Once;
import dev.gapless.engine.DeepAudit;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pages that grow old while their sweep is being released. */
class HeldPagesTest {
  private static final int CONTACTS = 1_000;
  private static final int PAGES = 50;

  private final ReadableChannel platform = new ReadableChannel(new LineChannel());
  private final World world =
      new World(
          new Once.Enforced(),
          fresh -> {
            fresh.connector = platform;
            fresh.crm.maxBatch = 50;
          });

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void noPageGoesWhileItsSweepIsReleased() {
    releaseFor(Duration.ofDays(31));
    assertThat(written()).containsExactlyInAnyOrderElementsOf(ids(CONTACTS));
    assertThat(world.journal.receipts()).isEqualTo(PAGES);
    assertThat(world.journal.heldPages).as("retention came by meanwhile").hasPositiveValue();
    assertThat(world.books().received()).isEqualTo(CONTACTS);
    assertBalanced();
    for (int day = 0; day < 32; day++) {
      world.tick(Duration.ofDays(1));
    }
    assertThat(world.journal.receipts()).isZero();
    assertBalanced();
  }

  @Test
  void aPageAsOldAsKeysGoesAndTheReleaseEndsWithWhatThereIs() {
    releaseFor(Duration.ofDays(401));
    assertThat(world.journal.receipts()).isZero();
    assertThat(world.gapless.catchUps().get(0).running()).isFalse();
    assertThat(written()).isSubsetOf(ids(CONTACTS)).doesNotHaveDuplicates();
    assertThat(written().size()).isBetween(128, CONTACTS - 1);
    assertThat(world.books().received()).isEqualTo(written().size());
    assertBalanced();
  }

  /** The first contacts are in the CRM when that time passes, and the others still held. */
  private void releaseFor(Duration time) {
    world.work();
    platform.pageSize = CONTACTS / PAGES;
    for (int n = 0; n < CONTACTS; n++) {
      platform.happened(NOON.plusSeconds(n), "m" + n, "c" + n % 70, "text");
    }
    world.crm.beforeWrite = () -> world.clock.advance(time);
    world.tick(Duration.ofHours(1));
    world.drain();
  }

  private List<String> written() {
    return world.crm.creates.stream().map(one -> one.key().nativeId()).toList();
  }

  private static List<String> ids(int many) {
    return IntStream.range(0, many).mapToObj(n -> "m" + n).toList();
  }

  private void assertBalanced() {
    assertThat(world.gapless.deepAudit()).allMatch(DeepAudit::agrees);
  }
}
