// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import static dev.gapless.crm.salesforce.Connections.party;
import static dev.gapless.crm.salesforce.FakeOrg.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import dev.gapless.api.Identifier;
import dev.gapless.api.Party;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.PersonMaker.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MakePeopleTest extends OrgTest {
  private static final String CONTACT = "POST " + FakeOrg.BASE + "/sobjects/Contact";
  private static final String LEAD = "POST " + FakeOrg.BASE + "/sobjects/Lead";
  private static final String ID = "003000000000007AAA";
  private static final String SMILE = "\uD83D\uDE00";

  @Test
  void aPersonIsMadeWithWhatFindsItAgain() {
    org.on(CONTACT, s -> json(201, FakeOrg.success(ID)));
    Party party =
        party(
            "O'Hara \"% " + SMILE,
            new Identifier(Identifier.WHATSAPP_ID, "447700900001"),
            new Identifier(Identifier.WHATSAPP_USER_ID, "GB.1"),
            new Identifier("email", "a@example.com"));

    assertThat(Connections.open(org).make(party))
        .isEqualTo(new Answer.Made(new CrmPerson(ID, "Contact", Instant.EPOCH)));

    JsonNode record = org.seen(CONTACT).get(0).json();
    assertThat(record.path("LastName").asText()).isEqualTo("O'Hara \"% " + SMILE);
    assertThat(record.path("MobilePhone").asText()).isEqualTo("+447700900001");
    assertThat(record.path("Email").asText()).isEqualTo("a@example.com");
    assertThat(record.path("Gapless_WhatsApp_User_Id__c").asText()).isEqualTo("GB.1");
  }

  @Test
  void aLeadNeedsACompanyAndANameThatFits() {
    org.on(LEAD, s -> json(201, FakeOrg.success("00Q000000000001AAA")));
    Connections.open(org, "new-people", "lead").make(party(SMILE.repeat(60), "447700900001"));
    JsonNode record = org.seen(LEAD).get(0).json();
    assertThat(record.path("LastName").asText()).isEqualTo(SMILE.repeat(40));
    assertThat(record.path("Company").asText()).isNotEmpty();
  }

  @Test
  void aDuplicateRuleIsEvidenceAndNoChoice() {
    org.on(CONTACT, s -> json(400, detected("duplicateResut", ID)));
    Refusal parked = refusal(Connections.open(org));
    assertThat(parked.category()).isEqualTo(Category.INVALID);
    assertThat(parked.detail()).contains(ID);

    assertThat(Connections.open(org, "duplicates", "link").make(party("A", "447700900001")))
        .isEqualTo(new Answer.Made(new CrmPerson(ID, "Contact", Instant.EPOCH)));

    org.on(CONTACT, s -> json(400, detected("duplicateResult", ID, "003000000000008AAA")));
    assertThat(refusal(Connections.open(org, "duplicates", "link")).detail())
        .contains(ID, "003000000000008AAA");
  }

  @Test
  void whoCouldNotBeFoundAgainIsNotMade() {
    Party handle = party("A", new Identifier(Identifier.HANDLE, "@a"));
    assertThat(Connections.open(org).make(handle)).isInstanceOf(Answer.Refused.class);
    assertThat(Connections.open(org).make(new Party(Optional.empty(), List.of())))
        .isInstanceOf(Answer.Refused.class);
    assertThat(org.seen(CONTACT)).isEmpty();
  }

  @Test
  void aLostAnswerIsUnknown() {
    org.on(CONTACT, s -> HttpExchange::close);
    assertThat(Connections.open(org).make(party("A", "447700900001")))
        .isInstanceOf(Answer.Unknown.class);
    org.on(CONTACT, s -> FakeOrg.error(500, "UNKNOWN_EXCEPTION", "x"));
    assertThat(Connections.open(org).make(party("A", "447700900001")))
        .isInstanceOf(Answer.Unknown.class);
    org.on(CONTACT, s -> FakeOrg.error(400, "REQUIRED_FIELD_MISSING", "x"));
    assertThat(refusal(Connections.open(org)).category()).isEqualTo(Category.INVALID);
  }

  private static Refusal refusal(SalesforceAdapter adapter) {
    return ((Answer.Refused) adapter.make(party("A", "447700900001"))).refusal();
  }

  private static String detected(String key, String... ids) {
    StringBuilder records = new StringBuilder();
    for (String id : ids) {
      records.append(records.isEmpty() ? "" : ",").append("{\"record\":{\"Id\":\"" + id + "\"}}");
    }
    return "[{\"errorCode\":\"DUPLICATES_DETECTED\",\"message\":\"Use one of these\",\""
        + key
        + "\":{\"allowSave\":true,\"matchResults\":[{\"matchRecords\":["
        + records
        + "]}]}}]";
  }
}
