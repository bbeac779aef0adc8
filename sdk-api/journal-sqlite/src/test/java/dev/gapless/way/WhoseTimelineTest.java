// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.api.Delivery;
import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.Once;
import dev.gapless.engine.policy.DeliveryPolicy;
import dev.gapless.engine.policy.PeoplePolicy;
import dev.gapless.engine.policy.PeoplePolicy.None;
import dev.gapless.engine.policy.PeoplePolicy.Several;
import dev.gapless.engine.policy.PersonChooser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose timeline an entry goes to, and what happens when that is not sure. */
class WhoseTimelineTest {
  private final World world = new World(new Once.Enforced());

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void writesUnknownPeopleToTheInbox() {
    world.crm.people.put("c1", List.of());
    world.post("message;m1;c1;hello");
    world.work();
    assertThat(world.crm.personOf).containsEntry("m1", "inbox");
  }

  @Test
  void asksAgainForUnknownPeopleWithEachEntryWhereCallsAreCheap() {
    world.crm.people.put("c1", List.of());
    world.post("message;m1;c1;hello");
    world.work();
    world.crm.people.put("c1", List.of("P-new"));
    world.post("message;m2;c1;again");
    world.work();
    assertThat(world.crm.personOf).containsEntry("m2", "P-new");
  }

  @Test
  void parksUnknownPeopleWhereThePolicySaysSo() {
    policy(None.PARK, Several.PARK);
    world.crm.people.put("c1", List.of());
    world.post("message;m1;c1;hello");
    world.work();
    assertThat(parked().reason().orElseThrow()).startsWith("no person in the CRM");
    world.crm.people.put("c1", List.of("P-new"));
    world.gapless.replay("fake");
    world.work();
    assertThat(world.crm.personOf).containsEntry("m1", "P-new");
  }

  @Test
  void neverChoosesSilentlyBetweenSeveral() {
    world.crm.people.put("c1", List.of("P-1", "P-2"));
    world.post("message;m1;c1;hello");
    world.work();
    assertThat(world.crm.rows).isEmpty();
    assertThat(parked().reason().orElseThrow()).contains("[P-1, P-2]");
  }

  @Test
  void takesTheNewestWhereThePolicySaysSo() {
    policy(None.INBOX, Several.NEWEST);
    world.crm.people.put("c1", List.of("P-old", "P-new"));
    world.post("message;m1;c1;hello");
    world.work();
    assertThat(world.crm.personOf).containsEntry("m1", "P-new");
  }

  @Test
  void remembersPeopleAndForgetsThemInTime() {
    world.post("message;m1;c1;hello");
    world.work();
    world.post("message;m2;c1;again");
    world.work();
    assertThat(world.crm.searches).isEqualTo(1);
    world.clock.advance(Duration.ofMinutes(11));
    world.post("message;m3;c1;again");
    world.work();
    assertThat(world.crm.searches).isEqualTo(2);
  }

  @Test
  void knowsWhoItIsThatNoLongerShowsANumber() {
    world.crm.people.put("u1", List.of());
    world.post("message;m1;p1+u1/chat;with number and id");
    world.work();
    world.post("message;m2;+u1/chat;with the id alone");
    world.work();
    assertThat(world.crm.personOf).containsEntry("m2", "P-p1");
    world.clock.advance(Duration.ofMinutes(11));
    world.post("message;m3;+u1/chat;the CRM knows no such id");
    world.work();
    assertThat(world.crm.personOf).containsEntry("m3", "inbox");
  }

  @Test
  void asksAgainForSomebodyWhoShowsMoreThanBefore() {
    world.post("message;m1;p1/chat;with the number alone");
    world.work();
    world.crm.people.put("p1", List.of("P-1", "P-2"));
    world.post("message;m2;p1+u1/chat;with an id that another record has");
    world.work();
    assertThat(parked().reason().orElseThrow()).contains("[P-1, P-2]");
  }

  @Test
  void findsAMergedPersonAnewWithoutSpendingTheEntry() {
    world.post("message;m1;c1;hello");
    world.work();
    world.crm.gonePeople.add("P-c1");
    world.crm.people.put("c1", List.of("P-survivor"));
    world.post("message;m2;c1;after the merge");
    world.work();
    assertThat(world.crm.personOf).containsEntry("m2", "P-survivor");
    assertThat(world.books().waiting()).isZero();
  }

  @Test
  void findsAMergedPersonAnewAlsoWhenTheEntryWasRefusedForSomethingElseBefore() {
    world.post("message;m1;c1;hello");
    world.work();
    world.crm.mood = FakeCrm.Mood.LOCKED;
    world.post("message;m2;c1;after the merge");
    world.work();
    world.crm.gonePeople.add("P-c1");
    world.crm.people.put("c1", List.of("P-survivor"));
    world.tick(Duration.ofMinutes(1));
    world.tick(Duration.ofMinutes(1));
    assertThat(world.crm.personOf).containsEntry("m2", "P-survivor");
  }

  @Test
  void locksTheRecordOfEntriesThatWereFoundByALook() {
    try (World looking = new World(new Once.Confirmed(FakeCrm.VISIBLE_AFTER))) {
      looking.crm.mood = FakeCrm.Mood.ANSWER_LOST;
      looking.post("message;m1;p1/a;hello", "message;m2;p1/b;hello");
      looking.drain();
      List<String> meanwhile = new ArrayList<>();
      looking.crm.beforeWrite =
          () -> {
            looking.post("edit;m2;p1/b;5;changed");
            looking.gapless.runDueWork();
            meanwhile.addAll(looking.crm.updates);
          };
      looking.post("edit;m1;p1/a;5;changed");
      looking.work();
      assertThat(meanwhile).isEmpty();
      assertThat(looking.crm.updates).containsExactly("m1", "m2");
      assertThat(looking.crm.personOf).containsEntry("m1", "P-p1").containsEntry("m2", "P-p1");
    }
  }

  @Test
  void remembersNobodyOfACallThatWasRefused() {
    try (World looking = new World(new Once.Confirmed(FakeCrm.VISIBLE_AFTER))) {
      looking.crm.mood = FakeCrm.Mood.LOCKED;
      looking.post("message;m1;p1;hello");
      looking.work();
      looking.crm.people.put("p1", List.of());
      looking.tick(Duration.ofMinutes(11));
      looking.post("edit;m1;p1;5;changed");
      looking.work();
      assertThat(looking.crm.updates).containsExactly("m1");
      assertThat(looking.crm.personOf).containsEntry("m1", "inbox");
    }
  }

  @Test
  void forgetsAMergedPersonUnderAllItsConversations() {
    world.crm.people.put("c1", List.of("P-same"));
    world.crm.people.put("c2", List.of("P-same"));
    world.post("message;m1;c1;hello", "message;m2;c2;hello");
    world.work();
    world.crm.gonePeople.add("P-same");
    world.crm.people.put("c1", List.of("P-survivor"));
    world.crm.people.put("c2", List.of("P-survivor"));
    world.post("message;m3;c1;after the merge");
    world.work();
    int calls = world.crm.calls;
    world.post("message;m4;c2;after the merge");
    world.work();
    assertThat(world.crm.personOf).containsEntry("m4", "P-survivor");
    assertThat(world.crm.calls - calls).isEqualTo(1);
  }

  @Test
  void asksTheApplicationWhichOfSeveralItIs() {
    ask((party, matches) -> Optional.of(matches.get(0)));
    world.crm.people.put("c1", List.of("P-1", "P-2"));
    world.post("message;m1;c1;hello");
    world.work();
    assertThat(world.crm.personOf).containsEntry("m1", "P-1");
  }

  @Test
  void parksWhatTheApplicationCannotTell() {
    ask((party, matches) -> Optional.empty());
    world.crm.people.put("c1", List.of("P-1", "P-2"));
    world.post("message;m1;c1;hello");
    world.work();
    assertThat(world.crm.rows).isEmpty();
    assertThat(parked().reason().orElseThrow()).contains("[P-1, P-2]", "named nobody");
  }

  @Test
  void parksWhatTheApplicationGivesToSomebodyElse() {
    ask((party, matches) -> Optional.of(new CrmPerson("P-9", "person", Instant.EPOCH)));
    world.crm.people.put("c1", List.of("P-1", "P-2"));
    world.post("message;m1;c1;hello");
    world.work();
    assertThat(world.crm.rows).isEmpty();
    assertThat(parked().reason().orElseThrow()).contains("somebody else");
  }

  @Test
  void letsABrokenHookParkItsEntryAndNothingElse() {
    ask(
        (party, matches) -> {
          throw new IllegalStateException("canary 491510099999");
        });
    world.crm.people.put("c1", List.of("P-1", "P-2"));
    world.post("message;m1;c1;hello", "message;m2;c2;hello");
    world.work();
    assertThat(world.crm.personOf).containsOnlyKeys("m2");
    assertThat(parked().reason().orElseThrow())
        .contains("broke with IllegalStateException")
        .doesNotContain("canary");
  }

  @Test
  void namesWhatAPolicyNeedsThatIsNotThere() {
    assertThatThrownBy(() -> policy(None.CREATE, Several.ASK))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("crm.fake.people-none: 'create' needs an adapter that makes people")
        .hasMessageContaining("Choose inbox or park")
        .hasMessageContaining("crm.fake.people-several: 'ask' needs a PersonChooser")
        .hasMessageContaining("builder.crm(\"fake\", crm -> crm.personChooser(...))");
    policy(None.INBOX, Several.PARK);
  }

  private void ask(PersonChooser chooser) {
    world.chooser = Optional.of(chooser);
    policy(None.INBOX, Several.ASK);
  }

  private void policy(None none, Several several) {
    world.policy = new DeliveryPolicy(8, new PeoplePolicy(none, several));
    world.restart();
  }

  private Delivery parked() {
    return world.gapless.parked("fake", 9).get(0);
  }
}
