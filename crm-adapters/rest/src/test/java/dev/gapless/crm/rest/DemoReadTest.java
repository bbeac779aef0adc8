// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import static dev.gapless.crm.rest.Connections.demo;
import static dev.gapless.crm.rest.Connections.key;
import static dev.gapless.crm.rest.Connections.party;
import static dev.gapless.crm.rest.FakeCrm.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.CrmRefs;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Party;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.SetupReport;
import dev.gapless.api.SetupReport.Finding;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.LookupAnswer;
import dev.gapless.api.crm.PeopleAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Set-up check, people and look-up against the quickstart's CRM. */
class DemoReadTest {
  private static final String ME = "GET /api/me";
  private static final String SEARCH = "POST /api/persons/search";
  private static final String LOOK_UP = "GET /api/timeline";

  private FakeCrm crm;
  private RestCrmAdapter adapter;

  @BeforeEach
  void open() throws Exception {
    crm = new FakeCrm();
    adapter = Connections.open(demo(crm));
  }

  @AfterEach
  void close() {
    crm.close();
  }

  @Test
  void theCheckPassesWhenAllIsThere() {
    assertThat(adapter.checkSetup()).isEqualTo(SetupReport.ok());
  }

  @Test
  void theCheckReportsAllThatIsMissingAtOnce() {
    List<String> fields = new ArrayList<>(FakeCrm.FIELDS);
    fields.removeAll(List.of("key", "visibility", "revision"));
    crm.on(ME, s -> json(200, FakeCrm.me(fields, List.of("persons.read"))));

    assertThat(adapter.checkSetup().findings())
        .extracting(Finding::subject)
        .containsExactly(
            "field key", "field visibility", "field revision", "permission timeline.write");
    assertThat(adapter.checkSetup().findings())
        .allSatisfy(f -> assertThat(f.remedy()).isNotBlank())
        .allSatisfy(f -> assertThat(f.category()).isEqualTo(Category.SETUP));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<html>hello</html>", "", "{}", "[]", "{\"fields\":{},\"permissions\":[]}"})
  void theCheckDoesNotTakeAPageForPermission(String body) {
    crm.on(ME, s -> FakeCrm.text(200, "text/html", body));

    assertThat(adapter.checkSetup().findings())
        .singleElement()
        .satisfies(f -> assertThat(f.summary()).contains("url and preset"));
  }

  @Test
  void theCheckSaysWhyItCouldNotLook() {
    crm.on("POST /oauth/token", s -> json(401, "{\"error\":\"invalid_client\"}"));
    assertThat(adapter.checkSetup().findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.category()).isEqualTo(Category.AUTHENTICATION);
              assertThat(finding.summary()).contains("invalid_client", "client-secret");
            });

    crm.close();
    assertThat(adapter.checkSetup().findings())
        .singleElement()
        .extracting(Finding::category)
        .isEqualTo(Category.OUTAGE);
  }

  @Test
  void manyPartiesAreOneQuestion() {
    crm.on(
        SEARCH,
        s -> json(200, FakeCrm.list("results", persons("P-1"), persons(), persons("P-2", "P-3"))));
    Party nameless = new Party(Optional.empty(), List.of());

    PeopleAnswer answer =
        adapter.findPeople(List.of(party("A", "1"), nameless, party("B", "2"), party("C", "3")));

    Instant changed = Instant.parse("2026-01-02T03:04:05Z");
    assertThat(answer)
        .isEqualTo(
            new PeopleAnswer.Found(
                List.of(
                    List.of(new CrmPerson("P-1", "person", changed)),
                    List.of(),
                    List.of(),
                    List.of(
                        new CrmPerson("P-2", "person", changed),
                        new CrmPerson("P-3", "person", changed)))));
    assertThat(crm.seen(SEARCH))
        .singleElement()
        .satisfies(
            s ->
                assertThat(s.json().toString())
                    .isEqualTo(
                        "{\"queries\":[{\"identifiers\":[{\"type\":\"whatsapp_id\",\"value\":\"1\"}]},"
                            + "{\"identifiers\":[{\"type\":\"whatsapp_id\",\"value\":\"2\"}]},"
                            + "{\"identifiers\":[{\"type\":\"whatsapp_id\",\"value\":\"3\"}]}]}"));
  }

  @Test
  void moreThanTwoHundredPartiesAreSeveralQuestions() {
    crm.on(SEARCH, s -> json(200, nobody(s.json().path("queries").size())));
    List<Party> parties = IntStream.range(0, 401).mapToObj(i -> party("x", "n" + i)).toList();

    assertThat(((PeopleAnswer.Found) adapter.findPeople(parties)).matches()).hasSize(401);
    assertThat(crm.seen(SEARCH))
        .extracting(s -> s.json().path("queries").size())
        .containsExactly(200, 200, 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"results\":[]}",
        "{}",
        "<html>",
        "{\"results\":[{\"persons\":null}]}",
        "{\"results\":[{},{}]}"
      })
  void nobodyIsNeverReadOutOfAStrangeAnswer(String body) {
    crm.on(SEARCH, s -> json(200, body));

    PeopleAnswer answer = adapter.findPeople(List.of(party("A", "1")));

    assertThat(answer).isInstanceOf(PeopleAnswer.Refused.class);
    assertThat(((PeopleAnswer.Refused) answer).refusal().category()).isEqualTo(Category.SETUP);
  }

  @Test
  void aSearchThatFailsSaysHow() {
    crm.on(SEARCH, s -> json(503, "{}"));
    assertThat(category(adapter.findPeople(List.of(party("A", "1"))))).isEqualTo(Category.OUTAGE);
    crm.on(SEARCH, s -> json(500, "{}"));
    assertThat(category(adapter.findPeople(List.of(party("A", "1"))))).isEqualTo(Category.OUTAGE);
    crm.on(SEARCH, s -> json(429, "{}"));
    assertThat(category(adapter.findPeople(List.of(party("A", "1")))))
        .isEqualTo(Category.THROTTLED);
    crm.on(SEARCH, s -> FakeCrm.silence());
    adapter = Connections.open(demo(crm, "read-timeout", Connections.SILENT));
    assertThat(category(adapter.findPeople(List.of(party("A", "1"))))).isEqualTo(Category.OUTAGE);
  }

  @Test
  void looksKeysUpInAddressesThatAreNotTooLong() {
    crm.on(LOOK_UP, s -> json(200, found(s.query().substring("keys=".length()).split(","))));
    List<ItemKey> keys = IntStream.range(0, 200).mapToObj(i -> key("m" + i)).toList();

    LookupAnswer answer = adapter.lookUp(keys);

    assertThat(((LookupAnswer.Found) answer).entries()).hasSize(200);
    assertThat(crm.seen(LOOK_UP))
        .hasSize(3)
        .allSatisfy(
            s ->
                assertThat((crm.url() + "/api/timeline?" + s.query()).length())
                    .isLessThanOrEqualTo(6000));
  }

  @Test
  void believesOnlyKeysItAskedFor() {
    crm.on(LOOK_UP, s -> json(200, found(key("other").sha256Hex(), key("b").sha256Hex())));

    assertThat(adapter.lookUp(List.of(key("a"), key("b"))))
        .isEqualTo(new LookupAnswer.Found(Map.of(key("b"), CrmRefs.entry("T-1"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "<html>", "{\"error\":{}}", "{\"entries\":null}"})
  void absentIsNeverReadOutOfAStrangeAnswer(String body) {
    crm.on(LOOK_UP, s -> json(200, body));

    assertThat(adapter.lookUp(List.of(key("a")))).isInstanceOf(LookupAnswer.Refused.class);
  }

  private static Category category(PeopleAnswer answer) {
    assertThat(answer).isInstanceOf(PeopleAnswer.Refused.class);
    Refusal refusal = ((PeopleAnswer.Refused) answer).refusal();
    assertThat(refusal.scope()).isEqualTo(Refusal.Scope.CONNECTION);
    return refusal.category();
  }

  private static ObjectNode persons(String... ids) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    ArrayNode persons = result.putArray("persons");
    for (String id : ids) {
      persons
          .addObject()
          .put("id", id)
          .put("name", "N")
          .put("updatedAt", "2026-01-02T04:04:05+01:00");
    }
    return result;
  }

  private static ObjectNode nobody(int size) {
    return FakeCrm.list(
        "results", IntStream.range(0, size).mapToObj(i -> persons()).toArray(JsonNode[]::new));
  }

  private static ObjectNode found(String... keys) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode entries = answer.putArray("entries");
    for (int i = 0; i < keys.length; i++) {
      entries.addObject().put("key", keys[i]).put("id", "T-" + i);
    }
    return answer;
  }
}
