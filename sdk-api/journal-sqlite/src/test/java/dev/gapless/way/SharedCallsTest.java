// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.crm.Once;
import dev.gapless.engine.policy.DeliveryPolicy;
import dev.gapless.engine.policy.PeoplePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where calls are counted, entries wait a little to share them. */
class SharedCallsTest {
  private static final Duration LINGER = Duration.ofSeconds(2);
  private static final int BATCH = 5;

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

  @Test
  void makesOneCallAtATimeSoThatTheNextCanCarryWhatStandsBehind() {
    List<Integer> beside = callsBeside(BATCH);
    assertThat(beside).containsExactly(BATCH);
    assertThat(world.books().waiting()).isZero();
  }

  @Test
  void makesCallsSideBySideWhileVeryManyConversationsWait() {
    List<Integer> beside = callsBeside(11 * BATCH);
    assertThat(beside).hasSizeGreaterThan(1);
    assertThat(world.books().waiting()).isZero();
  }

  @Test
  void holdsNothingBackWhereACallCarriesOneEntry() {
    world.crm.maxBatch = 1;
    world.restart();
    world.post("message;m1;c1;hello");
    world.work();
    assertThat(world.crm.batches).containsExactly(1);
    assertThat(callsBeside(1)).hasSizeGreaterThan(2);
  }

  /** The calls made by when another thread has tried, while the first is under way. */
  private List<Integer> callsBeside(int others) {
    List<Integer> calls = new ArrayList<>();
    world.crm.beforeWrite =
        () -> {
          world.post(lines("b", others));
          world.gapless.runDueWork();
          calls.addAll(world.crm.batches);
        };
    world.post(lines("a", BATCH));
    world.work();
    return calls;
  }

  private static String[] lines(String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "message;" + prefix + i + ";" + prefix + "c" + i + ";hello")
        .toArray(String[]::new);
  }
}
