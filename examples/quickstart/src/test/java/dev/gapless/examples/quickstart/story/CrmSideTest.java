// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CrmSideTest {
  @Test
  void countsWhatIsMadeTwice() {
    assertThat(side(create("a", "x", 1), create("b", "x", 2), create("a", "x", 3)).twice())
        .isEqualTo(1);
    assertThat(side(create("a", "x", 1), update("a", "x", 1)).twice()).isZero();
  }

  @Test
  void countsWhatOvertakesInItsConversation() {
    assertThat(side(create("b", "x", 2), create("a", "x", 1)).outOfOrder()).isEqualTo(1);
    assertThat(side(create("b", "x", 2), create("a", "y", 1), update("b", "x", 2)).outOfOrder())
        .isZero();
  }

  private static CrmSide side(CrmArrival... arrivals) {
    return new CrmSide(List.of(), List.of(arrivals));
  }

  private static CrmArrival create(String key, String conversation, long sequence) {
    return new CrmArrival(true, key, conversation, sequence);
  }

  private static CrmArrival update(String key, String conversation, long sequence) {
    return new CrmArrival(false, key, conversation, sequence);
  }
}
