// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Delivery;
import dev.gapless.api.crm.Once;
import dev.gapless.engine.policy.DeliveryPolicy;
import dev.gapless.engine.policy.PeoplePolicy;
import dev.gapless.engine.policy.PeoplePolicy.None;
import dev.gapless.engine.policy.PeoplePolicy.Several;
import java.time.Duration;
import java.util.List;
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

  private void policy(None none, Several several) {
    world.policy = new DeliveryPolicy(8, new PeoplePolicy(none, several));
    world.restart();
  }

  private Delivery parked() {
    return world.gapless.parked("fake", 9).get(0);
  }
}
