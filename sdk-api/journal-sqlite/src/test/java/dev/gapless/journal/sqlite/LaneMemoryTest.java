// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LaneMemoryTest {
  @Test
  void keepsThoseAskedForLast() {
    LaneMemory memory = new LaneMemory(2);
    memory.remember("scope", "a", 1);
    memory.remember("scope", "b", 2);
    assertThat(memory.lane("scope", "a")).contains(1L);
    memory.remember("other", "a", 3);
    assertThat(memory.lane("scope", "a")).contains(1L);
    assertThat(memory.lane("scope", "b")).isEmpty();
    assertThat(memory.lane("other", "a")).contains(3L);
  }

  @Test
  void forgetsAll() {
    LaneMemory memory = new LaneMemory(2);
    memory.remember("scope", "a", 1);
    memory.forget();
    assertThat(memory.lane("scope", "a")).isEmpty();
  }

  @Test
  void remembersNothingWhereThereIsNoRoom() {
    LaneMemory memory = new LaneMemory(0);
    memory.remember("scope", "a", 1);
    assertThat(memory.lane("scope", "a")).isEmpty();
  }
}
