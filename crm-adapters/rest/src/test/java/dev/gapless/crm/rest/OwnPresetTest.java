// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import static dev.gapless.crm.rest.Connections.changedEntry;
import static dev.gapless.crm.rest.Connections.newEntry;
import static dev.gapless.crm.rest.Connections.party;
import static dev.gapless.crm.rest.FakeCrm.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.CrmRefs;
import dev.gapless.api.Identifier;
import dev.gapless.api.Party;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.SetupReport;
import dev.gapless.api.crm.CrmCapabilities;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.LookupAnswer;
import dev.gapless.api.crm.Once;
import dev.gapless.api.crm.PeopleAnswer;
import dev.gapless.api.crm.WriteOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A preset somebody writes for a CRM without batches, with each way to show who we are. */
class OwnPresetTest {
  private static final String PRESET =
      """
      {
        "preset": 1,
        "once": ["none"],
        "base-path": "/rest/v2",
        "authentication": %s,
        "check": { "request": "GET /whoami" },
        "people": {
          "request": "GET /contacts?phone={{identifier.phone}}",
          "answer": { "people": "/items", "id": "/contact/no", "type": "Contact" }
        },
        "create": {
          "request": "POST /contacts/{{person.id}}/notes",
          "body": { "note": { "text": "{{author}}: {{text}}", "day": "{{occurredAt | date}}", "ref": "{{uuid}}" } },
          "answer": {
            "id": "/note/no",
            "rules": [
              { "status": 404, "then": "person-gone" },
              { "status": 200, "at": { "/error": { "contains": "concurrent" } }, "then": "transient" },
              { "status": 200, "at": { "/error": { "present": true } }, "then": "invalid" },
              { "status": 502, "then": "transient" },
              { "status": 500, "at": { "/code": "BAD_OWNER" }, "then": "invalid", "not-processed": true, "code": "/code" }
            ]
          }
        },
        "update": {
          "request": "PUT /notes/{{id}}",
          "body": { "note": { "text": "{{text}}" } },
          "answer": { "rules": [ { "status": 404, "then": "gone" } ] }
        },
        "rules": [ { "status": 504, "then": "outage" } ]
      }
      """;

  @TempDir Path folder;
  private FakeCrm crm;

  @BeforeEach
  void open() throws Exception {
    crm = new FakeCrm();
    crm.on("GET /rest/v2/whoami", s -> json(200, "{\"me\":1}"));
  }

  @AfterEach
  void close() {
    crm.close();
  }

  @Test
  void everyKindOfCredentialGoesIntoItsHeader() throws Exception {
    assertThat(header("{\"kind\":\"bearer\"}", "Authorization", "token", "s3"))
        .isEqualTo("Bearer s3");
    assertThat(
            header("{\"kind\":\"api-key\",\"header\":\"X-Api-Key\"}", "X-api-key", "api-key", "s3"))
        .isEqualTo("s3");
    assertThat(
            header(
                "{\"kind\":\"api-key\",\"header\":\"Authorization\",\"value\":\"Token token={{token}}\"}",
                "Authorization",
                "api-key",
                "s3"))
        .isEqualTo("Token token=s3");
    assertThat(header("{\"kind\":\"basic\"}", "Authorization", "user", "jane", "password", "säsam"))
        .isEqualTo("Basic amFuZTpzw6RzYW0=");
  }

  @Test
  void aCredentialThatWouldBreakTheHeaderIsRefusedBeforeTheCall() throws Exception {
    SetupReport report = adapter("{\"kind\":\"bearer\"}", "token", "a\nX-Evil: 1").checkSetup();

    assertThat(report.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.category()).isEqualTo(Category.AUTHENTICATION));
    assertThat(crm.seen("GET /rest/v2/whoami")).isEmpty();
  }

  @Test
  void statesWhatItCanDo() throws Exception {
    CrmCapabilities capabilities = adapter().capabilities();

    assertThat(capabilities.maxBatch()).isEqualTo(1);
    assertThat(capabilities.once()).isEqualTo(new Once.None());
    assertThat(adapter().lookUp(List.of(newEntry(1).key())))
        .isInstanceOf(LookupAnswer.Refused.class);
  }

  @Test
  void asksForOnePartyAtATimeAndOnlyForThoseItCan() throws Exception {
    crm.on("GET /rest/v2/contacts", s -> json(200, "{\"items\":[{\"contact\":{\"no\":17}}]}"));
    Party known =
        new Party(Optional.empty(), List.of(new Identifier(Identifier.PHONE, "+49 151&x=1")));

    PeopleAnswer answer = adapter().findPeople(List.of(party("A", "1"), known));

    assertThat(answer)
        .isEqualTo(
            new PeopleAnswer.Found(
                List.of(List.of(), List.of(new CrmPerson("17", "Contact", Instant.EPOCH)))));
    assertThat(crm.seen("GET /rest/v2/contacts"))
        .extracting(FakeCrm.Seen::query)
        .containsExactly("phone=%2B49%20151%26x%3D1");
  }

  @Test
  void writesOneEntryPerCall() throws Exception {
    crm.on("POST /rest/v2/contacts/P-1/notes", s -> json(201, "{\"note\":{\"no\":5}}"));
    crm.on("PUT /rest/v2/notes/T-9", s -> json(204, ""));

    assertThat(only(adapter().write(List.of(newEntry(1)))))
        .isEqualTo(WriteOutcome.written(CrmRefs.entry("5")));
    assertThat(only(adapter().write(List.of(changedEntry(9)))))
        .isEqualTo(WriteOutcome.written(CrmRefs.entry("T-9")));
    assertThat(crm.seen("POST /rest/v2/contacts/P-1/notes").get(0).json().toString())
        .isEqualTo(
            "{\"note\":{\"text\":\"Ada Example: text 1\",\"day\":\"2026-11-21\",\"ref\":\""
                + newEntry(1).key().uuid()
                + "\"}}");
  }

  @Test
  void rulesForEntriesComeBeforeThoseForCalls() throws Exception {
    assertThat(category(404, "{}")).isEqualTo(Category.PERSON_GONE);
    assertThat(category(200, "{\"error\":\"due to concurrent update\"}"))
        .isEqualTo(Category.TRANSIENT);
    assertThat(category(200, "{\"error\":\"no such field\"}")).isEqualTo(Category.INVALID);
    assertThat(category(500, "{\"code\":\"BAD_OWNER\"}")).isEqualTo(Category.INVALID);
    crm.on("POST /rest/v2/contacts/P-1/notes", s -> json(500, "{}"));
    assertThat(only(adapter().write(List.of(newEntry(1)))))
        .isInstanceOf(WriteOutcome.Unknown.class);
  }

  @Test
  void aRuleThatDoesNotSayNotProcessedLeavesA5xxUnknownForWritesOnly() throws Exception {
    for (int status : new int[] {502, 504}) {
      crm.on("POST /rest/v2/contacts/P-1/notes", s -> json(status, "{}"));
      assertThat(only(adapter().write(List.of(newEntry(1)))))
          .isInstanceOf(WriteOutcome.Unknown.class);
    }
    crm.on("GET /rest/v2/whoami", s -> json(504, "{}"));
    assertThat(adapter().checkSetup().findings())
        .singleElement()
        .satisfies(f -> assertThat(f.category()).isEqualTo(Category.OUTAGE));
  }

  private Category category(int status, String body) throws Exception {
    crm.on("POST /rest/v2/contacts/P-1/notes", s -> json(status, body));
    WriteOutcome outcome = only(adapter().write(List.of(newEntry(1))));
    assertThat(outcome).isInstanceOf(WriteOutcome.Refused.class);
    Refusal refusal = ((WriteOutcome.Refused) outcome).refusal();
    assertThat(refusal.scope()).isEqualTo(Refusal.Scope.ENTRY);
    return refusal.category();
  }

  private static WriteOutcome only(Map<?, WriteOutcome> outcomes) {
    assertThat(outcomes).hasSize(1);
    return outcomes.values().iterator().next();
  }

  private String header(String authentication, String name, String... settings) throws Exception {
    assertThat(adapter(authentication, settings).checkSetup()).isEqualTo(SetupReport.ok());
    List<FakeCrm.Seen> seen = crm.seen("GET /rest/v2/whoami");
    return seen.get(seen.size() - 1).header(name);
  }

  private RestCrmAdapter adapter() throws Exception {
    return adapter("{\"kind\":\"bearer\"}", "token", "s3");
  }

  private RestCrmAdapter adapter(String authentication, String... credentials) throws Exception {
    Path file = Files.writeString(folder.resolve("own.json"), PRESET.formatted(authentication));
    Map<String, String> settings =
        new HashMap<>(Map.of("preset", file.toString(), "url", crm.url() + "/"));
    for (int i = 0; i < credentials.length; i += 2) {
      settings.put(credentials[i], credentials[i + 1]);
    }
    return Connections.open(settings);
  }
}
