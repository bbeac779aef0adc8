// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InteractionTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final ItemKey KEY = new ItemKey("", "whatsapp", "1", "message", "m1");

  @Test
  void doesNotChangeWithTheBuilderItCameFrom() {
    InteractionBuilder builder = Interaction.builder(KEY, NOON).text("first");
    Interaction first = builder.build();
    builder.text("second");
    assertThat(first.text()).isEqualTo("first");
    assertThat(first).isNotEqualTo(builder.build());
  }

  @Test
  void isEqualToACopyOfItself() {
    Interaction one = Interaction.builder(KEY, NOON).kind(Kind.COMMENT).text("text").build();
    assertThat(one.toBuilder().build()).isEqualTo(one).hasSameHashCodeAs(one);
  }

  @Test
  void doesNotShareTheDataItWasGiven() {
    Map<String, String> data = new LinkedHashMap<>(Map.of("a", "1"));
    Interaction one = Interaction.builder(KEY, NOON).data(data).build();
    data.put("b", "2");
    assertThat(one.data()).containsOnlyKeys("a");
  }
}
