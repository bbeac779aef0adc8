// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import static dev.gapless.crm.rest.Connections.changedEntry;
import static dev.gapless.crm.rest.Connections.demo;
import static dev.gapless.crm.rest.Connections.newEntry;
import static dev.gapless.crm.rest.Connections.party;
import static dev.gapless.crm.rest.FakeCrm.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.api.CrmRefs;
import dev.gapless.api.Refusal;
import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.crm.CrmCapabilities.LanesInBatch;
import dev.gapless.api.crm.LookupAnswer;
import dev.gapless.api.crm.PersonMaker;
import dev.gapless.api.crm.WriteOutcome.Refused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages name as limits is so, and not worse. */
class LimitsTest {
  @TempDir Path folder;
  private FakeCrm crm;

  @BeforeEach
  void open() throws Exception {
    crm = new FakeCrm();
  }

  @AfterEach
  void close() {
    crm.close();
  }

  @Test
  void oneEntryOfAConversationIsInACall() {
    assertThat(Connections.open(demo(crm)).capabilities().lanesInBatch())
        .isEqualTo(LanesInBatch.ONE_ENTRY);
  }

  @Test
  void aMixedBatchIsTwoCalls() {
    Connections.open(demo(crm)).write(List.of(changedEntry(2), newEntry(1)));
    assertThat(crm.writes())
        .extracting(FakeCrm.Seen::route)
        .containsExactly(
            "POST /oauth/token", "POST /api/timeline/batch", "PATCH /api/timeline/batch");
  }

  @Test
  void ofSeveralRecordsWithTheSameKeyTheLookUpTakesTheFirst() {
    String key = newEntry(1).key().sha256Hex();
    String both =
        "{\"entries\":[{\"key\":\"%1$s\",\"id\":\"T-1\"},{\"key\":\"%1$s\",\"id\":\"T-2\"}]}"
            .formatted(key);
    crm.on("GET /api/timeline", s -> json(200, both));
    assertThat(Connections.open(demo(crm)).lookUp(List.of(newEntry(1).key())))
        .isEqualTo(new LookupAnswer.Found(Map.of(newEntry(1).key(), CrmRefs.entry("T-1"))));
  }

  @Test
  void callsForTokensAreNotCountedAndANewProcessCountsAnew() {
    for (int i = 0; i < 2; i++) {
      RestCrmAdapter adapter = Connections.open(demo(crm, "rates", "1/1h"));
      assertThat(adapter.checkSetup().isOk()).isTrue();
      assertThat(adapter.checkSetup().isOk()).isFalse();
    }
  }

  @Test
  void batchesAreNotReadBack() throws Exception {
    assertThatThrownBy(
            () ->
                own(
                    "{ \"include\": [\"demo\"], \"create\": { \"read-back\": { \"same\": {"
                        + " \"/a\": \"/entries\" } } } }",
                    demo(crm)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("create.read-back: needs one entry per call, without entry");
  }

  @Test
  void hubspotWaitsForMidnightOfTheZoneItIsTold() {
    Map<String, String> settings = Bundled.HUBSPOT.settings(crm);
    settings.merge("options", ", zone=America/New_York", String::concat);
    RestCrmAdapter adapter = Connections.open(settings);
    crm.on(Bundled.HUBSPOT.create, s -> json(429, "{\"policyName\":\"DAILY\"}"));
    Refusal refusal =
        ((Refused) adapter.write(List.of(newEntry(1))).get(newEntry(1).key())).refusal();
    assertThat(refusal.retryAfter()).contains(Duration.ofHours(19));
  }

  @Test
  void namesakesInEspocrmAreMadeOnlyWhereAFileOfOnesOwnSaysSo() throws Exception {
    PersonMaker maker =
        (PersonMaker)
            own(
                "{ \"include\": [\"espocrm\"], \"make-person\": { \"headers\": {"
                    + " \"X-Skip-Duplicate-Check\": \"true\" } } }",
                Bundled.ESPOCRM.settings(crm));
    maker.make(party("Ada", "491510000001"));
    assertThat(crm.seen(Bundled.ESPOCRM.make).get(0).header("X-skip-duplicate-check"))
        .isEqualTo("true");
  }

  @Test
  void withoutPeopleNobodyIsMade() {
    assertThatThrownBy(() -> own("{ \"include\": [\"demo\"], \"people\": null }", demo(crm)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("people: missing. make-person needs it")
        .hasMessageContaining("\"make-person\": null");
  }

  private RestCrmAdapter own(String preset, Map<String, String> settings) throws Exception {
    Path file = Files.writeString(folder.resolve("own.json"), preset);
    Map<String, String> all = new HashMap<>(settings);
    all.put("preset", file.toString());
    return Connections.open(all);
  }
}
