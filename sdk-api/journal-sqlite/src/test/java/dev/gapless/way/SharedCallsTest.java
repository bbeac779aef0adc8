// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.crm.Once;
import dev.gapless.engine.policy.DeliveryPolicy;
import dev.gapless.engine.policy.PeoplePolicy;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where calls are counted, entries wait a little to share them. */
class SharedCallsTest {
  private static final Duration LINGER = Duration.ofSeconds(2);

  private final World world = new World(new Once.Enforced());

  @BeforeEach
  void linger() {
    world.policy = new DeliveryPolicy(8, PeoplePolicy.DEFAULT, LINGER);
    world.restart();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void sendsWhatComesSoonAfterOneAnotherTogether() {
    for (int i = 1; i <= 3; i++) {
      world.post("message;m" + i + ";c" + i + ";hello");
      world.work();
    }
    assertThat(world.crm.batches).isEmpty();

    world.tick(LINGER);

    assertThat(world.crm.batches).containsExactly(3);
    assertThat(world.books().waiting()).isZero();
  }
}
