// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import static dev.gapless.crm.rest.Connections.entry;
import static dev.gapless.crm.rest.Connections.newEntry;
import static dev.gapless.crm.rest.FakeCrm.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.CrmRefs;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.LookupAnswer;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.api.crm.WriteOutcome.Refused;
import dev.gapless.api.crm.WriteOutcome.Unknown;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** EspoCRM: a 409 whose body is data, and answers that say less than they seem to. */
class EspoCrmPresetTest {
  private FakeCrm crm;
  private RestCrmAdapter adapter;

  @BeforeEach
  void open() throws Exception {
    crm = new FakeCrm();
    adapter = Bundled.ESPOCRM.open(crm);
  }

  @AfterEach
  void close() {
    crm.close();
  }

  @Test
  void aConflictIsOursOnlyIfOneOfTheSimilarRecordsHasOurKey() {
    Entry entry = newEntry(1);
    String other = "{\"id\":\"e8\",\"messageKey\":\"" + newEntry(2).key().sha256Hex() + "\"}";
    String ours = "{\"id\":\"e9\",\"messageKey\":\"" + entry.key().sha256Hex() + "\"}";

    crm.on(Bundled.ESPOCRM.create, s -> json(409, "[" + other + "," + ours + "]"));
    assertThat(adapter.write(List.of(entry)).get(entry.key()))
        .isEqualTo(WriteOutcome.alreadyThere(CrmRefs.entry("e9")));

    for (String similar : List.of("[" + other + "]", "[]", "{}", "")) {
      crm.on(Bundled.ESPOCRM.create, s -> json(409, similar));
      Refused refused = (Refused) adapter.write(List.of(entry)).get(entry.key());
      assertThat(refused.refusal().category()).isEqualTo(Category.INVALID);
    }
  }

  @Test
  void aRecordWithoutOurKeyIsNotTakenForWritten() {
    crm.on(Bundled.ESPOCRM.create, s -> json(200, "{\"id\":\"e1\"}"));
    assertThat(adapter.write(List.of(newEntry(1))).values())
        .singleElement()
        .isInstanceOf(Unknown.class);
  }

  @Test
  void momentsAreInUtcAndInTheFormOfTheCrm() {
    adapter.write(List.of(newEntry(1)));
    JsonNode sent = crm.seen(Bundled.ESPOCRM.create).get(0).json();
    assertThat(sent.path("occurredAt").asText()).isEqualTo("2026-11-21 10:00:00");
    assertThat(sent.path("contactId").asText()).isEqualTo("P-1");
  }

  @Test
  void entriesAreFoundByKey() {
    String key = newEntry(1).key().sha256Hex();
    crm.on(
        "GET /api/v1/CSocialMessage",
        s -> json(200, "{\"list\":[{\"id\":\"e1\",\"messageKey\":\"" + key + "\"}]}"));
    assertThat(adapter.lookUp(List.of(newEntry(1).key())))
        .isEqualTo(new LookupAnswer.Found(Map.of(newEntry(1).key(), CrmRefs.entry("e1"))));
    assertThat(crm.seen("GET /api/v1/CSocialMessage").get(0).query()).endsWith("=" + key);
  }

  @Test
  void theCheckNamesEveryMissingField() {
    crm.on("GET /api/v1/Metadata", s -> json(200, "{\"name\":{},\"contact\":{},\"text\":{}}"));
    assertThat(adapter.checkSetup().findings())
        .hasSize(9)
        .anyMatch(finding -> finding.subject().equals("field messageKey"));
  }
}
