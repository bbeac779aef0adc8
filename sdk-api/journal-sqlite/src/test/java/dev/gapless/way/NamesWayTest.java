// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Party;
import dev.gapless.api.Refusal;
import dev.gapless.api.crm.CrmCapabilities.LanesInBatch;
import dev.gapless.api.crm.Once;
import dev.gapless.engine.Audit;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Names for people who come without, one promise a test. */
class NamesWayTest {
  private static final String NAMES = "names/line";
  private static final Refusal DOWN =
      Refusal.of(Refusal.Category.OUTAGE, Refusal.Scope.CONNECTION, "", "down");

  private final FakeNames names = new FakeNames();
  private final World world =
      new World(
          new Once.Enforced(), first -> first.connector = AbleChannel.naming(first.channel, names));

  @AfterEach
  void balanceAndClose() {
    assertThat(world.gapless.audit()).allMatch(Audit::balances);
    assertThat(world.gapless.deepAudit())
        .allSatisfy(deep -> assertThat(deep.recounted()).isEqualTo(deep.counted()));
    world.close();
  }

  @Test
  void writesAnEntryWithTheNameThatWasAskedFor() {
    names.names.put("c1", "Ada");
    world.post("nameless;m1;c1;hello");
    assertThat(names.asked).describedAs("never in the request").isEmpty();
    world.work();
    assertThat(name("m1")).contains("Ada");
    assertThat(world.crm.updates).isEmpty();
    assertThat(world.books(NAMES).written()).isEqualTo(1);
  }

  @Test
  void anEntryThatWaitsForItsNameDoesNotGoAlongWithTheOneBeforeIt() {
    world.crm.lanes = LanesInBatch.PREFIX;
    world.restart();
    names.names.put("c1", "Ada");
    names.refusal = Optional.of(DOWN);
    world.post("message;m1;c1;hello", "nameless;m2;c1;again");
    world.work();
    assertThat(world.crm.batches).containsExactly(1);
    names.refusal = Optional.empty();
    world.drain();
    assertThat(name("m2")).contains("Ada");
  }

  @Test
  void asksForManyInOneQuestionAndForEachPersonOnce() {
    IntStream.range(0, 130).forEach(i -> world.post("nameless;m" + i + ";c" + i / 2 + ";x"));
    world.work();
    assertThat(names.asked).extracting(one -> one.size()).containsExactly(50, 15);
  }

  @Test
  void remembersNamesOverARestart() {
    names.names.put("c1", "Ada");
    world.post("nameless;m1;c1;hello");
    world.work();
    world.restart();
    world.post("nameless;m2;c1;again");
    world.work();
    assertThat(name("m2")).contains("Ada");
    assertThat(names.asked).hasSize(1);
    assertThat(world.books(NAMES).received()).isEqualTo(1);
  }

  @Test
  void remembersForADayThatThereIsNoName() {
    world.post("nameless;m1;c1;hello");
    world.work();
    assertThat(name("m1")).isEmpty();
    world.post("nameless;m2;c1;again");
    world.work();
    assertThat(world.crm.rows).describedAs("nothing waits for what is not there").hasSize(2);
    assertThat(names.asked).hasSize(1);
    names.names.put("c1", "Ada");
    world.clock.advance(Duration.ofDays(2));
    world.post("nameless;m3;c1;now with a name");
    world.work();
    assertThat(name("m3")).contains("Ada");
  }

  @Test
  void asksAnewForAnOldNameWithoutWaitingForIt() {
    names.names.put("c1", "Ada");
    world.post("nameless;m1;c1;hello");
    world.work();
    world.clock.advance(Duration.ofDays(31));
    names.names.put("c1", "Ada Lovelace");
    names.refusal = Optional.of(DOWN);
    world.post("nameless;m2;c1;again");
    world.work();
    assertThat(name("m2")).contains("Ada");
    names.refusal = Optional.empty();
    world.tick(Duration.ofMinutes(2));
    world.post("nameless;m3;c1;again");
    world.work();
    assertThat(name("m3")).contains("Ada Lovelace");
  }

  @Test
  void forgetsNamesWithTheContentOfContacts() {
    names.names.put("c1", "Ada");
    world.post("nameless;m1;c1;hello");
    world.work();
    world.clock.advance(Duration.ofDays(91));
    world.work();
    names.refusal = Optional.of(DOWN);
    world.post("nameless;m2;c1;again");
    world.drain();
    assertThat(name("m2")).isEmpty();
  }

  @Test
  void holdsAContactBackNoLongerThanTenSeconds() {
    names.refusal = Optional.of(DOWN);
    world.post("nameless;m1;c1;hello", "message;m2;c2;with a name");
    world.tick(Duration.ofSeconds(9));
    assertThat(world.crm.rows).hasSize(1);
    world.tick(Duration.ofSeconds(1));
    assertThat(world.crm.rows).hasSize(2);
    assertThat(name("m1")).isEmpty();
  }

  @Test
  void bringsAnEntryUpToDateWhoseNameCameTooLate() {
    names.names.put("c1", "Ada");
    names.refusal = Optional.of(DOWN);
    world.post("nameless;m1;c1;hello", "nameless;m2;c1;more");
    world.drain();
    assertThat(name("m1")).isEmpty();
    names.refusal = Optional.empty();
    world.tick(Duration.ofMinutes(2));
    assertThat(name("m1")).contains("Ada");
    assertThat(name("m2")).contains("Ada");
    assertThat(world.crm.updates).containsExactlyInAnyOrder("m1", "m2");
    assertThat(world.crm.rows).hasSize(2);
    assertThat(world.books().written()).isEqualTo(2);
  }

  @Test
  void bringsAnEntryUpToDateThatWasOnItsWayWhenTheNameCame() {
    names.names.put("c1", "Ada");
    names.refusal = Optional.of(DOWN);
    world.post("nameless;m1;c1;hello");
    world.work();
    world.clock.advance(Duration.ofMinutes(2));
    names.refusal = Optional.empty();
    world.crm.beforeWrite = world.gapless::runDueWork;
    world.work();
    world.work();
    assertThat(name("m1")).contains("Ada");
    assertThat(world.crm.updates).containsExactly("m1");
  }

  @Test
  void doesNotWaitWhereToldNotTo() {
    world.line = settings -> settings.namesWait(Duration.ZERO);
    world.restart();
    names.names.put("c1", "Ada");
    world.post("nameless;m1;c1;hello");
    world.work();
    assertThat(world.crm.creates).hasSize(1);
    assertThat(name("m1")).contains("Ada");
  }

  @Test
  void stopsAskingForAsLongAsThePlatformWants() {
    names.refusal = Optional.of(DOWN.retryAfter(Duration.ofMinutes(5)));
    world.post("nameless;m1;c1;hello");
    world.work();
    names.refusal = Optional.empty();
    names.names.put("c2", "Bob");
    for (int i = 0; i < 4; i++) {
      world.post("nameless;x" + i + ";c2;hello");
      world.tick(Duration.ofMinutes(1));
    }
    assertThat(names.asked).hasSize(1);
    assertThat(world.crm.rows).hasSize(5);
    world.tick(Duration.ofMinutes(2));
    assertThat(names.asked).hasSizeGreaterThan(1);
    assertThat(name("x0")).contains("Bob");
  }

  @Test
  void losesNoContactToAnEnricherThatBreaks() {
    names.beforeAnswer =
        () -> {
          throw new IllegalStateException("secret");
        };
    IntStream.range(0, 5).forEach(i -> world.post("nameless;m" + i + ";c" + i + ";x"));
    IntStream.range(0, 20).forEach(i -> world.tick(Duration.ofSeconds(10)));
    assertThat(world.crm.rows).hasSize(5);
    names.beforeAnswer = () -> {};
    names.names.put("c3", "Ada");
    IntStream.range(0, 20).forEach(i -> world.tick(Duration.ofMinutes(1)));
    assertThat(name("m3")).contains("Ada");
  }

  @Test
  void findsTheOneThatCannotBeAskedForAndNamesTheOthers() {
    names.poison.add("c3");
    IntStream.range(0, 6)
        .forEach(
            i -> {
              names.names.put("c" + i, "Name " + i);
              world.post("nameless;m" + i + ";c" + i + ";x");
            });
    IntStream.range(0, 4).forEach(i -> world.tick(Duration.ofSeconds(2)));
    assertThat(name("m3")).isEmpty();
    assertThat(name("m5")).contains("Name 5");
    assertThat(world.books(NAMES).written()).isEqualTo(6);
  }

  @Test
  void asksAgainAfterTheProcessDiedWithTheAnswer() {
    names.names.put("c1", "Ada");
    names.beforeAnswer =
        () -> {
          names.beforeAnswer = () -> {};
          throw new FakeCrm.Killed();
        };
    world.post("nameless;m1;c1;hello");
    world.work();
    world.work();
    assertThat(name("m1")).contains("Ada");
  }

  @Test
  void asksOnceForAContactThatChanges() {
    names.names.put("c1", "Ada");
    world.post("nameless;m1;c1;hello");
    world.work();
    world.post("edit;m1;c1;5;new", "remove;m1;c1;6");
    world.work();
    assertThat(names.asked).hasSize(1);
    assertThat(world.crm.updates).hasSize(1);
    assertThat(name("m1")).contains("Ada");
    assertThat(world.books(NAMES).written()).isEqualTo(3);
  }

  @Test
  void keepsNoBooksOfPeopleWithNames() {
    world.post("message;m1;c1;hello");
    world.work();
    assertThat(world.crm.rows).hasSize(1);
    assertThat(world.books(NAMES).received()).isZero();
  }

  private Optional<String> name(String id) {
    return world.crm.shown.get(id).customer().flatMap(Party::name);
  }
}
