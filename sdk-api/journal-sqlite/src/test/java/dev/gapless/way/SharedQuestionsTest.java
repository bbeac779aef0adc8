// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.crm.CrmCapabilities.LanesInBatch;
import dev.gapless.api.crm.Once;
import dev.gapless.engine.policy.DeliveryPolicy;
import dev.gapless.engine.policy.PeoplePolicy;
import dev.gapless.engine.policy.PeoplePolicy.None;
import dev.gapless.engine.policy.PeoplePolicy.Several;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where calls are counted, a question about people is about many, and not put twice a minute. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SharedQuestionsTest {
  private static final Duration LINGER = Duration.ofSeconds(2);
  private static final Duration HALF = Duration.ofSeconds(1);

  private final World world = new World(new Once.Enforced());

  @BeforeEach
  void linger() {
    policy(PeoplePolicy.DEFAULT);
  }

  @AfterEach
  void close() {
    assertThat(world.gapless.deepAudit()).allMatch(audit -> audit.agrees());
    world.close();
  }

  @Test
  void asksForTheUnknownTogetherAndHoldsNobodyBackWhoIsKnown() {
    write("message;m1;known;hello");
    world.post("message;m2;known;again");
    world.tick(HALF);
    world.post("message;m3;c3;hello", "message;m4;c4;hello");
    world.tick(HALF);
    assertThat(world.crm.personOf).containsOnlyKeys("m1", "m2");
    assertThat(world.crm.searches).isEqualTo(1);

    world.tick(HALF);

    assertThat(world.crm.personOf).containsOnlyKeys("m1", "m2", "m3", "m4");
    assertThat(world.crm.searches).isEqualTo(2);
  }

  @Test
  void keepsTheOrderBehindAnEntryWhosePersonIsAskedForLater() {
    world.crm.lanes = LanesInBatch.PREFIX;
    policy(PeoplePolicy.DEFAULT);
    write("message;m1;c1;hello");
    world.clock.advance(Duration.ofMinutes(11));
    write("message;m2;known;hello");
    world.post("message;m3;known;again");
    world.tick(HALF);
    world.post("message;m4;c1;of somebody forgotten", "edit;m1;c1;5;needs no person");
    world.tick(HALF);
    assertThat(world.crm.personOf).containsOnlyKeys("m1", "m2", "m3");
    assertThat(world.crm.updates).isEmpty();

    world.tick(HALF);

    assertThat(world.crm.personOf).containsKey("m4");
    assertThat(world.crm.updates).containsExactly("m1");
  }

  @Test
  void asksAtOnceForAFullCall() {
    world.post(
        "message;m1;c1;x",
        "message;m2;c2;x",
        "message;m3;c3;x",
        "message;m4;c4;x",
        "message;m5;c5;x");
    world.work();
    assertThat(world.crm.batches).containsExactly(5);
    assertThat(world.crm.searches).isEqualTo(1);
  }

  @Test
  void asksForThoseWhoAreNextAsWell() {
    write("message;m1;a;x", "message;m2;b;x", "message;m3;c;x", "message;m4;d;x");
    world.post(
        "message;n1;a;x", "message;n2;b;x", "message;n3;c;x", "message;n4;d;x", "message;n5;e;x");
    world.post("message;n6;f;x", "message;n7;g;x");
    world.work();
    assertThat(world.crm.batches).containsExactly(4, 5);
    assertThat(world.crm.searches).isEqualTo(2);

    world.tick(LINGER);

    assertThat(world.crm.batches).containsExactly(4, 5, 2);
    assertThat(world.crm.searches).isEqualTo(2);
  }

  @Test
  void asksForFewerWhereAQuestionIsTooLarge() {
    world.crm.mostAsked = 2;
    for (int i = 0; i < 20; i++) {
      world.post("message;m" + i + ";p" + i + ";x");
    }
    world.drain();
    assertThat(world.books().written()).isEqualTo(20);
    assertThat(world.crm.searches).describedAs("fewer than people").isLessThan(20);
  }

  @Test
  void remembersForAMinuteWhoIsInNoTimeline() {
    world.crm.people.put("c1", List.of());
    write("message;m1;c1;hello");
    write("message;m2;c1;again");
    assertThat(world.crm.searches).isEqualTo(1);
    world.crm.people.put("c1", List.of("P-new"));
    world.clock.advance(Duration.ofMinutes(1));
    write("message;m3;c1;later");
    assertThat(world.crm.searches).isEqualTo(2);
    assertThat(world.crm.personOf).containsEntry("m2", "inbox").containsEntry("m3", "P-new");
  }

  static Stream<Consumer<World>> replays() {
    return Stream.of(
        world -> world.gapless.replay("fake"),
        world -> world.gapless.replay("fake", LineChannel.key("m2")));
  }

  @ParameterizedTest
  @MethodSource("replays")
  void asksAgainForWhoeverIsReplayed(Consumer<World> replay) {
    world.crm.people.put("c1", List.of());
    world.crm.rejected.add("m2");
    write("message;m1;c1;hello", "message;m2;c1;refused");
    world.drain();
    assertThat(world.books().parked()).isEqualTo(1);
    write("message;m3;c1;nobody knows me");
    world.crm.people.put("c1", List.of("P-new"));
    world.crm.rejected.clear();
    replay.accept(world);
    world.tick(LINGER);
    assertThat(world.crm.personOf).containsEntry("m3", "inbox").containsEntry("m2", "P-new");
  }

  @Test
  void forgetsAnAnswerThatCameToAQuestionFromBeforeTheReplay() {
    world.crm.people.put("c1", List.of());
    world.crm.afterSearch =
        () -> {
          world.crm.people.put("c1", List.of("P-new"));
          world.gapless.replay("fake");
        };
    write("message;m1;c1;hello");
    world.crm.afterSearch = () -> {};
    write("message;m2;c1;again");
    assertThat(world.crm.personOf).containsEntry("m1", "inbox").containsEntry("m2", "P-new");
  }

  @Test
  void parksNobodyByAnOldAnswer() {
    policy(new PeoplePolicy(None.PARK, Several.PARK));
    world.crm.people.put("c1", List.of());
    world.crm.people.put("c2", List.of("P-1", "P-2"));
    write("message;m1;c1;hello", "message;m2;c2;hello");
    assertThat(world.books().parked()).isEqualTo(2);
    world.crm.people.put("c1", List.of("P-new"));
    world.crm.people.put("c2", List.of("P-joined"));
    write("message;m3;c1;again", "message;m4;c2;again");
    assertThat(world.crm.personOf).containsEntry("m3", "P-new").containsEntry("m4", "P-joined");
  }

  @Test
  void remembersTheNewestOfSeveralUntilItIsGone() {
    policy(new PeoplePolicy(None.INBOX, Several.NEWEST));
    world.crm.people.put("c1", List.of("P-1", "P-2"));
    write("message;m1;c1;hello");
    write("message;m2;c1;again");
    assertThat(world.crm.searches).isEqualTo(1);
    world.crm.gonePeople.add("P-2");
    world.crm.people.put("c1", List.of("P-1", "P-3"));
    write("message;m3;c1;after the merge");
    world.tick(LINGER);
    assertThat(world.crm.personOf).containsEntry("m2", "P-2").containsEntry("m3", "P-3");
  }

  private void write(String... lines) {
    world.post(lines);
    world.tick(LINGER);
  }

  private void policy(PeoplePolicy people) {
    world.policy = new DeliveryPolicy(8, people, LINGER);
    world.restart();
  }
}
