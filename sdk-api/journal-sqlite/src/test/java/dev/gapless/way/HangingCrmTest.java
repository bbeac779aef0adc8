// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.gapless.api.crm.Once;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A call to a CRM that does not return is nobody else's trouble. */
@Timeout(300)
class HangingCrmTest {
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final World world =
      new World(
          new Once.Enforced(),
          fresh ->
              fresh.other = Optional.of(new FakeCrm("other", new Once.Enforced(), fresh.clock)));

  @BeforeEach
  void hang() throws InterruptedException {
    world.crm.beforeWrite = this::untilReleased;
    world.gapless.start();
    world.post("message;m0;c0;x");
    entered.await();
  }

  @AfterEach
  void release() {
    released.countDown();
    world.close();
  }

  @Test
  void intakeAnswersAndAnotherCrmIsServed() {
    for (int i = 1; i <= 100; i++) {
      String line = "message;m" + i + ";c" + i + ";x";
      assertThat(assertTimeoutPreemptively(Duration.ofSeconds(60), () -> world.post(line)))
          .isEqualTo(200);
    }
    while (world.books("other").written() < 101) {
      Thread.onSpinWait();
    }
    assertThat(world.books("fake").waiting()).isEqualTo(101);
  }

  private void untilReleased() {
    entered.countDown();
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
