// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import static dev.gapless.crm.rest.Connections.newEntry;
import static dev.gapless.crm.rest.Connections.party;
import static dev.gapless.crm.rest.FakeCrm.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.CrmRefs;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.PeopleAnswer;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.api.crm.WriteOutcome.Refused;
import dev.gapless.api.crm.WriteOutcome.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Zoho: one result per record, whatever the status of the call. */
class ZohoPresetTest {
  private FakeCrm crm;
  private RestCrmAdapter adapter;

  @BeforeEach
  void open() throws Exception {
    crm = new FakeCrm();
    adapter = Bundled.ZOHO.open(crm);
  }

  @AfterEach
  void close() {
    crm.close();
  }

  static String successes(FakeCrm.Seen request) {
    return StreamSupport.stream(request.json().path("data").spliterator(), false)
        .map(each -> success("Z" + each.path("Sequence").asText()))
        .collect(Collectors.joining(",", "{\"data\":[", "]}"));
  }

  private static String success(String id) {
    return "{\"code\":\"SUCCESS\",\"status\":\"success\",\"action\":\"insert\","
        + "\"details\":{\"id\":\""
        + id
        + "\"}}";
  }

  @Test
  void readsEachResultOfAMultiStatus() {
    crm.on(
        Bundled.ZOHO.create,
        s ->
            json(
                207,
                "{\"data\":["
                    + success("Z1")
                    + ",{\"code\":\"INVALID_DATA\",\"status\":\"error\",\"details\":{\"api_name\":\"Text\"}}"
                    + ",{\"code\":\"NEW_CODE\",\"status\":\"error\",\"details\":{\"id\":\"Z3\"}}]}"));
    List<Entry> batch = List.of(newEntry(1), newEntry(2), newEntry(3));

    Map<ItemKey, WriteOutcome> outcomes = adapter.write(batch);

    assertThat(outcomes.get(batch.get(0).key()))
        .isEqualTo(WriteOutcome.written(CrmRefs.entry("Z1")));
    assertThat(((Refused) outcomes.get(batch.get(1).key())).refusal())
        .satisfies(r -> assertThat(r.category()).isEqualTo(Category.INVALID))
        .satisfies(r -> assertThat(r.detail()).contains("Text"));
    assertThat(outcomes.get(batch.get(2).key())).isInstanceOf(Unknown.class);
  }

  @Test
  void aResultForNobodyKnowsWhomLeavesAllUnknown() {
    crm.on(Bundled.ZOHO.create, s -> json(200, "{\"data\":[" + success("Z1") + "]}"));
    assertThat(adapter.write(List.of(newEntry(1), newEntry(2)))).isEmpty();
  }

  @Test
  void upsertsByOurKeyUnderZohosOwnKindOfToken() {
    adapter.write(List.of(newEntry(1)));
    FakeCrm.Seen seen = crm.seen(Bundled.ZOHO.create).get(0);
    assertThat(seen.header("Authorization")).isEqualTo("Zoho-oauthtoken t");
    assertThat(seen.json().at("/duplicate_check_fields/0").asText()).isEqualTo("Message_Key");
    JsonNode record = seen.json().at("/data/0");
    assertThat(record.path("Message_Key").asText()).isEqualTo(newEntry(1).key().sha256Hex());
    assertThat(record.at("/Contact/id").asText()).isEqualTo("P-1");
  }

  @Test
  void leavesTheContactOutWhereThereIsNone() {
    Entry entry = new Entry(newEntry(1).interaction(), 1, Optional.empty(), CrmRefs.none());
    adapter.write(List.of(entry));
    assertThat(crm.seen(Bundled.ZOHO.create).get(0).json().at("/data/0").has("Contact")).isFalse();
  }

  @Test
  void nobodyIs204AndEachFormOfANumberIsAskedFor() {
    PeopleAnswer none = adapter.findPeople(List.of(party("A", "491713920001")));
    assertThat(none).isEqualTo(new PeopleAnswer.Found(List.of(List.of())));
    assertThat(crm.seen(Bundled.ZOHO.people))
        .extracting(FakeCrm.Seen::query)
        .containsExactly("phone=%2B491713920001&fields=id", "phone=01713920001&fields=id");

    crm.on(Bundled.ZOHO.people, s -> json(200, "{\"data\":[{\"id\":\"C1\"}]}"));
    PeopleAnswer one = adapter.findPeople(List.of(party("A", "491713920001")));
    assertThat(((PeopleAnswer.Found) one).matches().get(0)).hasSize(1);
  }
}
