// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.engine.journal.Expiry.ThreadUse;
import org.junit.jupiter.api.Test;

class LaneMemoryTest {
  @Test
  void keepsThoseAskedForLast() {
    LaneMemory memory = new LaneMemory(2);
    memory.remember(new ThreadUse("scope", "a", 1, 0));
    memory.remember(new ThreadUse("scope", "b", 2, 0));
    assertThat(memory.thread("scope", "a")).map(ThreadUse::lane).contains(1L);
    memory.remember(new ThreadUse("other", "a", 3, 0));
    assertThat(memory.thread("scope", "a")).map(ThreadUse::lane).contains(1L);
    assertThat(memory.thread("scope", "b")).isEmpty();
    assertThat(memory.thread("other", "a")).map(ThreadUse::lane).contains(3L);
  }

  @Test
  void forgetsOne() {
    LaneMemory memory = new LaneMemory(2);
    memory.remember(new ThreadUse("scope", "a", 1, 0));
    memory.remember(new ThreadUse("scope", "b", 2, 0));
    memory.forget("scope", "a");
    assertThat(memory.thread("scope", "a")).isEmpty();
    assertThat(memory.thread("scope", "b")).map(ThreadUse::lane).contains(2L);
  }

  @Test
  void forgetsAll() {
    LaneMemory memory = new LaneMemory(2);
    memory.remember(new ThreadUse("scope", "a", 1, 0));
    memory.forget();
    assertThat(memory.thread("scope", "a")).isEmpty();
  }

  @Test
  void remembersNothingWhereThereIsNoRoom() {
    LaneMemory memory = new LaneMemory(0);
    memory.remember(new ThreadUse("scope", "a", 1, 0));
    assertThat(memory.thread("scope", "a")).isEmpty();
  }
}
