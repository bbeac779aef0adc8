// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import static dev.gapless.crm.rest.Connections.changedEntry;
import static dev.gapless.crm.rest.Connections.demo;
import static dev.gapless.crm.rest.Connections.newEntry;
import static dev.gapless.crm.rest.FakeCrm.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.CrmRefs;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.api.crm.WriteOutcome.NotTried;
import dev.gapless.api.crm.WriteOutcome.Refused;
import dev.gapless.api.crm.WriteOutcome.Unknown;
import dev.gapless.api.crm.WriteOutcome.Written;
import dev.gapless.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer the quickstart's CRM can give to a write, and many it should not. */
class DemoWriteTest {
  private static final String CREATE = "POST /api/timeline/batch";
  private static final String UPDATE = "PATCH /api/timeline/batch";

  private FakeCrm crm;
  private RestCrmAdapter adapter;

  @BeforeEach
  void open() throws Exception {
    crm = new FakeCrm();
    adapter = Connections.open(demo(crm));
  }

  @AfterEach
  void close() {
    adapter.close();
    crm.close();
  }

  @Test
  void writesEveryFieldOfANewEntry() {
    Map<ItemKey, WriteOutcome> outcomes = adapter.write(List.of(newEntry(7)));

    assertThat(outcomes)
        .containsEntry(newEntry(7).key(), WriteOutcome.written(CrmRefs.entry("T-7")));
    FakeCrm.Seen call = crm.seen(CREATE).get(0);
    assertThat(call.header("Authorization")).isEqualTo("Bearer t-1");
    assertThat(call.json().path("entries").get(0).toString())
        .isEqualTo(
            "{\"key\":\""
                + newEntry(7).key().sha256Hex()
                + "\",\"personId\":\"P-1\",\"channel\":\"whatsapp\",\"kind\":\"message\","
                + "\"action\":\"created\",\"direction\":\"in\",\"visibility\":\"private\","
                + "\"conversation\":\"chat-1\",\"parent\":null,\"target\":null,"
                + "\"author\":\"Ada Example\",\"text\":\"text 7\","
                + "\"occurredAt\":\"2026-11-21T10:00:00Z\",\"sequence\":7,"
                + "\"revision\":1795255200000}");
  }

  @Test
  void splitsAMixedBatchAndKeepsItsOrder() {
    Map<ItemKey, WriteOutcome> outcomes =
        adapter.write(List.of(changedEntry(3), newEntry(1), changedEntry(4), newEntry(2)));

    assertThat(outcomes)
        .hasSize(4)
        .allSatisfy((key, o) -> assertThat(o).isInstanceOf(Written.class));
    assertThat(sequences(CREATE, "sequence")).containsExactly("1", "2");
    assertThat(sequences(UPDATE, "id")).containsExactly("T-3", "T-4");
    JsonNode changed = crm.seen(UPDATE).get(0).json().path("entries").get(0);
    assertThat(changed.has("personId")).as("an agent may have moved the entry").isFalse();
    assertThat(changed.has("key")).isFalse();
  }

  @Test
  void oneCallCarriesManyEntries() {
    List<Entry> batch = LongStream.rangeClosed(1, 200).mapToObj(Connections::newEntry).toList();

    assertThat(adapter.write(batch)).hasSize(200);
    assertThat(crm.seen(CREATE)).hasSize(1);
  }

  @Test
  void aDuplicateIsAlreadyThereOnlyWithOurKey() {
    crm.on(
        CREATE,
        s ->
            json(
                200,
                FakeCrm.list(
                    "results",
                    duplicate(newEntry(1), newEntry(1).key().sha256Hex()),
                    duplicate(newEntry(2), newEntry(1).key().sha256Hex()),
                    duplicate(newEntry(3), null))));

    Map<ItemKey, WriteOutcome> outcomes =
        adapter.write(List.of(newEntry(1), newEntry(2), newEntry(3)));

    assertThat(outcomes.get(newEntry(1).key()))
        .isEqualTo(WriteOutcome.alreadyThere(CrmRefs.entry("T-99")));
    assertThat(refusal(outcomes.get(newEntry(2).key())).category()).isEqualTo(Category.INVALID);
    assertThat(refusal(outcomes.get(newEntry(3).key())).category()).isEqualTo(Category.INVALID);
  }

  @Test
  void readsEachResultByItself() {
    crm.on(
        CREATE,
        s -> {
          JsonNode sent = s.json().path("entries");
          return json(
              200,
              FakeCrm.list(
                  "results",
                  FakeCrm.result(sent.get(0), 422)
                      .put("code", "FIELD_INVALID")
                      .put("field", "text"),
                  FakeCrm.result(sent.get(1), 423).put("code", "RECORD_LOCKED"),
                  FakeCrm.result(sent.get(2), 404).put("code", "PERSON_GONE"),
                  FakeCrm.result(sent.get(3), 201),
                  FakeCrm.result(sent.get(4), 500),
                  FakeCrm.result(sent.get(5), 418),
                  FakeCrm.result(sent.get(6), 201).put("id", "")));
        });

    Map<ItemKey, WriteOutcome> outcomes =
        adapter.write(LongStream.rangeClosed(1, 8).mapToObj(Connections::newEntry).toList());

    Refusal invalid = refusal(outcomes.get(newEntry(1).key()));
    assertThat(invalid.category()).isEqualTo(Category.INVALID);
    assertThat(invalid.scope()).isEqualTo(Scope.ENTRY);
    assertThat(invalid.summary()).contains("FIELD_INVALID", "field text");
    assertThat(refusal(outcomes.get(newEntry(2).key())).category()).isEqualTo(Category.LOCKED);
    assertThat(refusal(outcomes.get(newEntry(3).key())).category()).isEqualTo(Category.PERSON_GONE);
    assertThat(outcomes.get(newEntry(4).key())).isInstanceOf(Written.class);
    assertThat(outcomes.get(newEntry(5).key())).isInstanceOf(Unknown.class);
    assertThat(refusal(outcomes.get(newEntry(6).key())).category()).isEqualTo(Category.INVALID);
    assertThat(outcomes.get(newEntry(7).key()))
        .as("written without an id")
        .isInstanceOf(Unknown.class);
    assertThat(outcomes).as("an omitted entry is left out").doesNotContainKey(newEntry(8).key());
  }

  @Test
  void aGoneEntryIsGone() {
    crm.on(
        UPDATE,
        s ->
            json(
                200,
                FakeCrm.list(
                    "results",
                    FakeCrm.result(s.json().path("entries").get(0), 404)
                        .put("code", "ENTRY_GONE"))));

    WriteOutcome outcome = adapter.write(List.of(changedEntry(5))).get(changedEntry(5).key());

    assertThat(refusal(outcome).category()).isEqualTo(Category.GONE);
    assertThat(((Refused) outcome).refs()).isEqualTo(CrmRefs.entry("T-5"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400|{'error':{'code':'UNKNOWN_FIELD','field':'visibility'}}|SETUP|CONNECTION|field visibility",
        "403|{'error':{'code':'REQUEST_LIMIT_EXCEEDED'}}|QUOTA|CONNECTION|REQUEST_LIMIT_EXCEEDED",
        "403|{'error':{'code':'FORBIDDEN'}}|SETUP|CONNECTION|rights",
        "429|{'error':{'code':'RATE_LIMIT'}}|THROTTLED|CONNECTION|RATE_LIMIT",
        "503|{'error':{'code':'UNAVAILABLE'}}|OUTAGE|CONNECTION|UNAVAILABLE",
        "503|<html>down</html>|OUTAGE|CONNECTION|503",
        "400|{'error':{'code':'BAD_REQUEST'}}|INVALID|BATCH|400",
        "413||INVALID|BATCH|413",
        "401|{'error':'who'}|AUTHENTICATION|CONNECTION|client-secret",
        "404|<html>no such page</html>|SETUP|CONNECTION|url",
        "302||SETUP|CONNECTION|url",
        "308||SETUP|CONNECTION|url"
      })
  void aRefusedCallRefusesEveryEntry(
      int status, String body, Category category, Scope scope, String named) {
    crm.on(CREATE, s -> json(status, body == null ? "" : body.replace('\'', '"')));

    Map<ItemKey, WriteOutcome> outcomes = adapter.write(List.of(newEntry(1), newEntry(2)));

    assertThat(outcomes).hasSize(2);
    assertThat(outcomes.values())
        .allSatisfy(
            outcome -> {
              assertThat(refusal(outcome).category()).isEqualTo(category);
              assertThat(refusal(outcome).scope()).isEqualTo(scope);
              assertThat(refusal(outcome).summary()).contains(named);
            });
  }

  @Test
  void obeysRetryAfterAndFallsBackToThePreset() {
    crm.on(CREATE, s -> FakeCrm.with("Retry-After", "42", json(429, "{}")));
    assertThat(refusal(only(adapter.write(List.of(newEntry(1))))).retryAfter())
        .contains(Duration.ofSeconds(42));

    crm.on(CREATE, s -> json(429, "{}"));
    assertThat(refusal(only(adapter.write(List.of(newEntry(1))))).retryAfter())
        .contains(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 504, 303, 408})
  void aStatusThatDoesNotExcludeTheWriteIsUnknown(int status) {
    crm.on(CREATE, s -> json(status, "{\"error\":{\"code\":\"INTERNAL\"}}"));

    assertThat(adapter.write(List.of(newEntry(1), newEntry(2))).values())
        .hasSize(2)
        .allSatisfy(o -> assertThat(o).isInstanceOf(Unknown.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>Please log in</html>",
        "",
        "{\"error\":{\"code\":\"SOMETHING\"}}",
        "{\"results\":{\"status\":201}}",
        "[]",
        "null",
        "{\"results\":[",
        "{\"results\":[]}x"
      })
  void successInAFormNobodyKnowsIsUnknown(String body) {
    crm.on(CREATE, s -> FakeCrm.text(200, "text/html", body));

    WriteOutcome outcome = only(adapter.write(List.of(newEntry(1))));

    assertThat(outcome).isInstanceOf(Unknown.class);
    assertThat(((Unknown) outcome).reason()).contains("200").doesNotContain("log in");
  }

  @Test
  void anAnswerOfTwentyMegabytesIsUnknown() {
    crm.on(CREATE, s -> json(200, "{\"results\":[\"" + "x".repeat(20_000_000) + "\"]}"));

    assertThat(only(adapter.write(List.of(newEntry(1))))).isInstanceOf(Unknown.class);
  }

  @Test
  void aLostAnswerIsUnknownForEveryEntryOfTheCall() {
    adapter = Connections.open(demo(crm, "read-timeout", Connections.SILENT));
    for (FakeCrm.Reply reply : List.of(FakeCrm.silence(), FakeCrm.hangUp(), FakeCrm.cutOff())) {
      crm.on(CREATE, s -> reply);

      Map<ItemKey, WriteOutcome> outcomes =
          adapter.write(List.of(newEntry(1), newEntry(2), changedEntry(3)));

      assertThat(outcomes.get(newEntry(1).key())).isInstanceOf(Unknown.class);
      assertThat(outcomes.get(newEntry(2).key())).isInstanceOf(Unknown.class);
      assertThat(outcomes.get(changedEntry(3).key())).isInstanceOf(NotTried.class);
    }
    assertThat(crm.seen(CREATE)).as("nothing is sent twice").hasSize(3);
    assertThat(crm.seen(UPDATE)).isEmpty();
  }

  @Test
  void aCrmThatIsNotThereIsAnOutageWithNothingSent() {
    adapter.write(List.of(newEntry(1)));
    crm.close();

    assertThat(adapter.write(List.of(newEntry(2), changedEntry(3))))
        .satisfies(
            outcomes -> {
              assertThat(refusal(outcomes.get(newEntry(2).key())).category())
                  .isEqualTo(Category.OUTAGE);
              assertThat(refusal(outcomes.get(newEntry(2).key())).scope())
                  .isEqualTo(Scope.CONNECTION);
              assertThat(outcomes.get(changedEntry(3).key())).isInstanceOf(NotTried.class);
            });
  }

  @Test
  void resultsOfEntriesWeDidNotSendAreOverlooked() {
    crm.on(
        CREATE,
        s ->
            json(
                200,
                FakeCrm.list(
                    "results",
                    result("somebody-else"),
                    FakeCrm.result(s.json().path("entries").get(0), 201))));

    assertThat(adapter.write(List.of(newEntry(1)))).hasSize(1).containsKey(newEntry(1).key());
  }

  private static ObjectNode result(String key) {
    return Json.read("{\"status\":201,\"id\":\"T-1\"}".getBytes(StandardCharsets.UTF_8))
        .<ObjectNode>deepCopy()
        .put("key", key);
  }

  private static ObjectNode duplicate(Entry entry, String existingKey) {
    return result(entry.key().sha256Hex())
        .put("status", 409)
        .put("code", "DUPLICATE_KEY")
        .put("id", "T-99")
        .put("existingKey", existingKey);
  }

  private List<String> sequences(String route, String field) {
    return crm.seen(route).get(0).json().path("entries").findValuesAsText(field);
  }

  private static WriteOutcome only(Map<ItemKey, WriteOutcome> outcomes) {
    assertThat(outcomes).hasSize(1);
    return outcomes.values().iterator().next();
  }

  private static Refusal refusal(WriteOutcome outcome) {
    assertThat(outcome).isInstanceOf(Refused.class);
    return ((Refused) outcome).refusal();
  }
}
