// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Identifier;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Party;
import dev.gapless.api.Refusal;
import dev.gapless.api.channel.Enricher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NamesTest {
  private final StubGraph graph = new StubGraph();

  @AfterEach
  void stop() {
    graph.close();
  }

  @Test
  void thoseOfTheNewestThreadsComeInOneCall() {
    graph.object(
        "1/conversations",
        """
        {"data": [{"participants": {"data": [{"id": "51", "name": "Ada Example"}, {"id": "1", "name": "Page"}]}},
          {"participants": {"data": [{"id": "52", "name": "Ben Sample"}]}}]}
        """);
    Map<ItemKey, String> names = found(wanted("1", Identifier.FACEBOOK_PSID, "51", "52"));
    assertThat(names.values()).containsExactlyInAnyOrder("Ada Example", "Ben Sample");
    assertThat(graph.calls).hasSize(1);
  }

  @Test
  void theOthersAreAskedForByIdManyAtOnce() {
    graph.object("1/conversations", "{\"data\": []}");
    graph.object(
        "",
        """
        {"51": {"id": "51", "first_name": "Ada", "last_name": "Example"}, "52": {"id": "52"}}
        """);
    Map<ItemKey, Party> wanted = wanted("1", Identifier.FACEBOOK_PSID, "51", "52");
    assertThat(found(wanted)).hasSize(1).containsValue("Ada Example");
    assertThat(graph.calls).hasSize(2);
    assertThat(graph.calls.get(1).parameters()).containsEntry("ids", "51,52");
  }

  @Test
  void aHundredPeopleAreThreeCalls() {
    graph.object("1/conversations", "{\"data\": []}");
    graph.object("", "{}");
    String[] ids = new String[100];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = Integer.toString(500 + i);
    }
    found(wanted("1", Identifier.FACEBOOK_PSID, ids));
    assertThat(graph.calls).hasSize(3);
  }

  @Test
  void whoMayNotBeSeenStaysWithoutName() {
    graph.object(
        "1/conversations",
        "{\"data\": [{\"participants\": {\"data\": [{\"id\": \"51\", \"name\": \"A\"}]}}]}");
    assertThat(found(wanted("1", Identifier.FACEBOOK_PSID, "51", "52"))).hasSize(1);
  }

  @Test
  void onePersonWhoMayNotBeSeenDoesNotCostTheOthersTheirNames() {
    graph.object("1/conversations", "{\"data\": []}");
    StringBuilder people = new StringBuilder();
    String[] ids = new String[50];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = Integer.toString(500 + i);
      people
          .append(i == 0 ? "" : ", ")
          .append("\"%1$s\": {\"id\": \"%1$s\", \"name\": \"N\"}".formatted(ids[i]));
    }
    graph.object("", "{" + people + "}");
    graph.unseen.add("517");
    found(wanted("1", Identifier.FACEBOOK_PSID, ids));
    List<String> answered =
        graph.calls.stream()
            .skip(1)
            .map(call -> List.of(call.parameters().get("ids").split(",")))
            .filter(asked -> !asked.contains("517"))
            .flatMap(List::stream)
            .toList();
    assertThat(answered).hasSize(49).doesNotHaveDuplicates();
    assertThat(graph.calls).hasSizeLessThan(16);
  }

  @Test
  void whereNobodyMayBeSeenTheCallsHaveAnEnd() {
    graph.object("1/conversations", "{\"data\": []}");
    String[] ids = new String[50];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = Integer.toString(500 + i);
      graph.unseen.add(ids[i]);
    }
    assertThat(found(wanted("1", Identifier.FACEBOOK_PSID, ids))).isEmpty();
    assertThat(graph.calls).hasSize(1 + 1 + 40);
  }

  @Test
  void instagramShowsNamesElseUserNames() {
    graph.object(
        "",
        "{\"51\": {\"id\": \"51\", \"username\": \"ada.example\"}, \"52\": {\"id\": \"52\", \"name\": \"Ben\", \"username\": \"b\"}}");
    assertThat(found(wanted("9", Identifier.INSTAGRAM_IGSID, "51", "52")).values())
        .containsExactlyInAnyOrder("ada.example", "Ben");
    assertThat(graph.calls).hasSize(1);
    assertThat(graph.calls.get(0).parameters()).containsEntry("fields", "name,username");
  }

  @Test
  void aLimitOrATokenThatEndedIsToldToTheEngine() {
    graph.next(StubGraph.Fault.code(190, 463));
    Enricher.Answer answer = enricher().names(wanted("1", Identifier.FACEBOOK_PSID, "51"));
    assertThat(answer)
        .isInstanceOfSatisfying(
            Enricher.Answer.Refused.class,
            refused ->
                assertThat(refused.refusal().category())
                    .isEqualTo(Refusal.Category.AUTHENTICATION));
  }

  @Test
  void namesOnlyItsOwnKindsOfIdsAndNoneWithoutAToken() {
    assertThat(enricher().identifierTypes())
        .containsExactly(Identifier.FACEBOOK_PSID, Identifier.INSTAGRAM_IGSID);
    assertThat(((Enricher) Samples.connector(Map.of())).identifierTypes()).isEmpty();
    assertThat(found(wanted("1", Identifier.PHONE, "51"))).isEmpty();
    assertThat(graph.calls).isEmpty();
  }

  private Map<ItemKey, String> found(Map<ItemKey, Party> wanted) {
    Enricher.Answer answer = enricher().names(wanted);
    assertThat(answer).isInstanceOf(Enricher.Answer.Found.class);
    return ((Enricher.Answer.Found) answer).names();
  }

  private Enricher enricher() {
    return (Enricher)
        Samples.connector(Map.of("access-token", StubGraph.TOKEN, "graph-url", graph.url()));
  }

  private static Map<ItemKey, Party> wanted(String account, String type, String... ids) {
    Map<ItemKey, Party> wanted = new LinkedHashMap<>();
    for (String id : ids) {
      wanted.put(
          new ItemKey("", "facebook", account, "message", "m" + id),
          new Party(Optional.empty(), List.of(new Identifier(type, id))));
    }
    return wanted;
  }
}
