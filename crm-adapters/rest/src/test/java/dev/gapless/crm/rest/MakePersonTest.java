// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import static dev.gapless.crm.rest.Connections.demo;
import static dev.gapless.crm.rest.Connections.party;
import static dev.gapless.crm.rest.FakeCrm.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Identifier;
import dev.gapless.api.Party;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.FileTaker;
import dev.gapless.api.crm.PersonMaker;
import dev.gapless.api.crm.PersonMaker.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People are made as a preset says, and only where it says so. */
class MakePersonTest {
  private static final Party ADA = party("Ada", "491510000001");
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
  void theDemoCrmIsToldNameAndIdentifiers() {
    crm.on("POST /api/persons", s -> json(201, "{\"id\":\"P-7\"}"));
    assertThat(maker(demo(crm)).make(ADA))
        .isEqualTo(new Answer.Made(new CrmPerson("P-7", "person", Instant.EPOCH)));
    assertThat(crm.seen("POST /api/persons").get(0).json())
        .hasToString(
            "{\"name\":\"Ada\",\"identifiers\":[{\"type\":\"whatsapp_id\",\"value\":\"491510000001\"}]}");
  }

  @Test
  void whoHasNoNameIsNamedByNumberOrIdentifier() {
    crm.on("POST /api/persons", s -> json(201, "{\"id\":\"P-7\"}"));
    PersonMaker maker = maker(demo(crm));
    maker.make(new Party(Optional.empty(), ADA.identifiers()));
    maker.make(
        new Party(
            Optional.of(" "), List.of(new Identifier(Identifier.WHATSAPP_USER_ID, "DE.abc"))));
    assertThat(crm.seen("POST /api/persons"))
        .extracting(seen -> seen.json().path("name").asText())
        .containsExactly("+491510000001", "DE.abc");
  }

  @Test
  void whatAPresetDoesNotDescribeTheAdapterDoesNotHave() throws Exception {
    Map<String, String> quill =
        Map.of(
            "preset",
            java.nio.file.Path.of(MakePersonTest.class.getResource("/presets/quill.json").toURI())
                .toString(),
            "url",
            crm.url(),
            "api-key",
            "k");
    assertThat(Connections.open(quill)).isNotInstanceOfAny(PersonMaker.class, FileTaker.class);
    assertThat(Bundled.HUBSPOT.open(crm))
        .isInstanceOf(PersonMaker.class)
        .isNotInstanceOf(FileTaker.class);
    assertThat(Bundled.ZOHO.open(crm))
        .isInstanceOf(PersonMaker.class)
        .isInstanceOf(FileTaker.class);
  }

  @Test
  void aRefusalSaysHowFarItReaches() {
    crm.on("POST /api/persons", s -> json(403, "{}"));
    assertThat(refusal(Category.SETUP).scope()).isEqualTo(Scope.CONNECTION);
    crm.on("POST /api/persons", s -> json(400, "{\"error\":{\"code\":\"BAD_REQUEST\"}}"));
    assertThat(refusal(Category.INVALID).scope()).isEqualTo(Scope.ENTRY);
    crm.on(
        "POST /api/persons",
        s -> FakeCrm.with("Retry-After", "7", json(429, "{\"error\":{\"code\":\"SLOW\"}}")));
    assertThat(refusal(Category.THROTTLED).retryAfter()).contains(Duration.ofSeconds(7));
    crm.close();
    assertThat(refusal(Category.OUTAGE).scope()).isEqualTo(Scope.CONNECTION);
  }

  @Test
  void aConflictIsOurPersonOnlyIfTheRecordHasOneOfTheNumbers() {
    PersonMaker maker = (PersonMaker) Bundled.ESPOCRM.open(crm);
    String namesake = "{\"id\":\"c1\",\"name\":\"Ada\",\"phoneNumber\":\"+491510000002\"}";
    String same = "{\"id\":\"c2\",\"name\":\"Ada\",\"phoneNumber\":\"01510000001\"}";

    crm.on(Bundled.ESPOCRM.make, s -> json(409, "[" + namesake + "]"));
    Answer.Refused refused = (Answer.Refused) maker.make(ADA);
    assertThat(refused.refusal().category()).isEqualTo(Category.INVALID);
    assertThat(refused.refusal().detail()).contains("names nobody with these identifiers");

    crm.on(
        Bundled.ESPOCRM.make,
        s -> json(409, "[" + namesake + "," + same.replace("0151", "+49151") + "]"));
    assertThat(maker.make(ADA))
        .isEqualTo(new Answer.Made(new CrmPerson("c2", "Contact", Instant.EPOCH)));
  }

  @Test
  void zendeskIsAskedForTheSameUserEachTime() {
    PersonMaker maker = (PersonMaker) Bundled.ZENDESK.open(crm);
    maker.make(ADA);
    maker.make(new Party(Optional.of("Ada L."), ADA.identifiers()));
    assertThat(crm.seen(Bundled.ZENDESK.make))
        .extracting(seen -> seen.json().at("/user/external_id").asText())
        .allMatch(key -> key.length() == 64)
        .containsOnly(
            crm.seen(Bundled.ZENDESK.make).get(0).json().at("/user/external_id").asText());
  }

  private Refusal refusal(Category category) {
    Answer.Refused refused = (Answer.Refused) maker(demo(crm)).make(ADA);
    assertThat(refused.refusal().category()).isEqualTo(category);
    return refused.refusal();
  }

  private static PersonMaker maker(Map<String, String> settings) {
    return (PersonMaker) Connections.open(settings);
  }
}
