// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import static dev.gapless.crm.salesforce.Connections.entry;
import static dev.gapless.crm.salesforce.Connections.message;
import static dev.gapless.crm.salesforce.Connections.newEntry;
import static dev.gapless.crm.salesforce.Connections.refusal;
import static dev.gapless.crm.salesforce.Connections.write;
import static dev.gapless.crm.salesforce.FakeOrg.failure;
import static dev.gapless.crm.salesforce.FakeOrg.json;
import static dev.gapless.crm.salesforce.FakeOrg.list;
import static dev.gapless.crm.salesforce.FakeOrg.success;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import dev.gapless.crm.salesforce.entry.Profile;
import dev.gapless.crm.salesforce.entry.ProfileField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WriteTest extends OrgTest {
  @Test
  void manyEntriesShareOneInsertAndKeepTheirOrder() {
    SalesforceAdapter adapter = Connections.open(org);
    List<Entry> entries = new ArrayList<>();
    for (int i = 1; i <= 200; i++) {
      entries.add(newEntry(i));
    }
    Map<ItemKey, WriteOutcome> outcomes = adapter.write(entries);

    assertThat(org.seen(FakeOrg.CREATE)).hasSize(1);
    JsonNode body = org.seen(FakeOrg.CREATE).get(0).json();
    assertThat(body.path("allOrNone").asBoolean(true)).isFalse();
    assertThat(body.path("records")).hasSize(200);
    for (int i = 0; i < 200; i++) {
      assertThat(body.path("records").get(i).path("Gapless_Key__c").asText())
          .isEqualTo(entries.get(i).key().sha256Hex());
      Written written = (Written) outcomes.get(entries.get(i).key());
      assertThat(written.refs().entry()).contains(String.format("00T%012d", i + 1));
      assertThat(written.alreadyThere()).isFalse();
    }
  }

  @Test
  void everyFieldOfARecordIsOneTheProfileNamesAndFitsItsDescribe() {
    write(
        Connections.open(org, "owner", "005000000000001", "zone", "Pacific/Apia"),
        entry(
            7,
            message("m7", "Hello\u0000 \uD83D\uDE00\nworld")
                .data(Map.of("permalink", "https://x.example/1"))));

    JsonNode record = org.seen(FakeOrg.CREATE).get(0).json().path("records").get(0);
    assertThat(record.path("attributes").path("type").asText()).isEqualTo("Task");
    JsonNode describe = Describes.of("Task");
    record
        .properties()
        .forEach(
            field -> {
              if (!field.getKey().equals("attributes")) {
                JsonNode described =
                    Describes.field(
                        (com.fasterxml.jackson.databind.node.ObjectNode) describe, field.getKey());
                assertThat(described.path("createable").asBoolean()).isTrue();
                if (field.getValue().isTextual() && described.path("length").asInt() > 0) {
                  assertThat(field.getValue().asText().length())
                      .isLessThanOrEqualTo(described.path("length").asInt());
                }
              }
            });
    assertThat(record.path("WhoId").asText()).isEqualTo(Connections.CONTACT);
    assertThat(record.path("Status").asText()).isEqualTo("Done");
    assertThat(record.path("ActivityDate").asText()).isEqualTo("2026-11-21");
    assertThat(record.path("Gapless_Occurred_At__c").asText())
        .isEqualTo("2026-11-21T10:00:00.000Z");
    assertThat(record.path("Gapless_Sequence__c").asLong()).isEqualTo(7);
    assertThat(record.path("Subject").asText())
        .isEqualTo("whatsapp in 23:00 · Hello\uFFFD \uD83D\uDE00 world");
    assertThat(record.path("Description").asText()).isEqualTo("Hello\uFFFD \uD83D\uDE00\nworld");
    assertThat(record.path("Gapless_Permalink__c").asText()).isEqualTo("https://x.example/1");
    assertThat(record.path("Gapless_Conversation__c").asText()).hasSize(64);
    assertThat(record.has("WhatId")).isFalse();
  }

  @Test
  void eachRowOfAPartialSuccessIsReadForItself() {
    org.on(
        FakeOrg.CREATE,
        s ->
            json(
                200,
                list(
                    success("00T000000000001"),
                    failure("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access"),
                    failure(
                        "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
                        "x: Record Currently Unavailable: y"),
                    failure(
                        "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
                        "T: execution of BeforeInsert caused by: UNABLE_TO_LOCK_ROW"),
                    failure("STRING_TOO_LONG", "Subject: data value too large"),
                    failure("ALL_OR_NONE_OPERATION_ROLLED_BACK", "Record rolled back"),
                    failure("PROCESSING_HALTED", "halted"),
                    failure("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id"),
                    success("00T000000000009").put("success", false),
                    success("").put("created", true))));
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      entries.add(newEntry(i));
    }
    List<WriteOutcome> outcomes = List.copyOf(Connections.open(org).write(entries).values());

    assertThat(outcomes.get(0)).isInstanceOf(Written.class);
    for (int face = 1; face <= 3; face++) {
      assertThat(refusalOf(outcomes.get(face)).category()).isEqualTo(Category.LOCKED);
      assertThat(refusalOf(outcomes.get(face)).scope()).isEqualTo(Scope.ENTRY);
      assertThat(refusalOf(outcomes.get(face)).retryAfter()).isPresent();
    }
    assertThat(refusalOf(outcomes.get(4)).category()).isEqualTo(Category.INVALID);
    assertThat(outcomes.get(5)).isInstanceOf(NotTried.class);
    assertThat(outcomes.get(6)).isInstanceOf(NotTried.class);
    assertThat(refusalOf(outcomes.get(7)).category()).isEqualTo(Category.PERSON_GONE);
    assertThat(refusalOf(outcomes.get(8)).category()).isEqualTo(Category.INVALID);
    assertThat(outcomes.get(9)).isInstanceOf(Unknown.class);
  }

  @Test
  void alreadyThereCountsOnlyWhereARecordCarriesOurKey() {
    Entry ours = newEntry(1);
    Entry others = newEntry(2);
    org.on(
        FakeOrg.CREATE,
        s ->
            json(
                200,
                list(
                    failure("DUPLICATE_VALUE", "dupliziert den Wert im Datensatz 00T00000000000A"),
                    failure("DUPLICATE_VALUE", "duplicate value found: 00T00000000000B"))));
    org.onQuestion(
        q ->
            q.contains("TaskStatus")
                ? List.of(FakeOrg.closedStatus("Done"))
                : List.of(
                    FakeOrg.object()
                        .put("Id", "00T00000000000C")
                        .put("Gapless_Key__c", ours.key().sha256Hex())));

    Map<ItemKey, WriteOutcome> outcomes = Connections.open(org).write(List.of(ours, others));

    Written written = (Written) outcomes.get(ours.key());
    assertThat(written.alreadyThere()).isTrue();
    assertThat(written.refs().entry()).contains("00T00000000000C");
    assertThat(refusalOf(outcomes.get(others.key())).category()).isEqualTo(Category.INVALID);
    assertThat(org.seen(FakeOrg.QUERY).get(1).json().toString()).contains("/queryAll?q=");
  }

  @Test
  void aLostAnswerIsUnknownAndARefusedOneIsNot() {
    SalesforceAdapter adapter = Connections.open(org);
    for (FakeOrg.Reply lost :
        List.<FakeOrg.Reply>of(
            com.sun.net.httpserver.HttpExchange::close,
            FakeOrg.text(200, "text/html", "<html>Welcome</html>"),
            FakeOrg.text(500, "text/html", "<html>broken</html>"),
            FakeOrg.error(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred"),
            json(200, "[]"),
            json(200, "[{\"id\":\"00T000000000001\"}]"))) {
      org.on(FakeOrg.CREATE, s -> lost);
      assertThat(write(adapter, newEntry(1))).isInstanceOf(Unknown.class);
    }
    org.on(FakeOrg.CREATE, s -> FakeOrg.error(503, "SERVER_UNAVAILABLE", "down for maintenance"));
    assertThat(refusal(adapter, newEntry(1)).category()).isEqualTo(Category.OUTAGE);
    org.on(FakeOrg.CREATE, s -> FakeOrg.text(404, "text/html", "<html>who?</html>"));
    assertThat(refusal(adapter, newEntry(1)).category()).isEqualTo(Category.SETUP);
    org.close();
    assertThat(refusal(adapter, newEntry(1)).category()).isEqualTo(Category.OUTAGE);
  }

  @Test
  void aRenamedOrHiddenFieldStopsTheConnectionAndNoEntryIsToBlame() {
    org.on(
        FakeOrg.CREATE,
        s ->
            FakeOrg.error(
                400, "INVALID_FIELD", "No such column 'Gapless_Key__c' on sobject of type Task"));
    Refusal whole = refusal(Connections.open(org), newEntry(1));
    assertThat(whole.category()).isEqualTo(Category.SETUP);
    assertThat(whole.scope()).isEqualTo(Scope.CONNECTION);

    org.on(
        FakeOrg.CREATE,
        s ->
            json(
                200,
                list(
                    failure("INVALID_FIELD_FOR_INSERT_UPDATE", "Unable to create/update fields"))));
    Refusal row = refusal(Connections.open(org), newEntry(1));
    assertThat(row.category()).isEqualTo(Category.SETUP);
    assertThat(row.scope()).isEqualTo(Scope.CONNECTION);
  }

  @Test
  void aQuotaOfTheDayAndOneOfLongCallsAreToldApart() {
    org.on(
        FakeOrg.CREATE,
        s -> FakeOrg.error(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."));
    Refusal day = refusal(Connections.open(org), newEntry(1));
    org.on(
        FakeOrg.CREATE,
        s ->
            FakeOrg.error(
                403, "REQUEST_LIMIT_EXCEEDED", "ConcurrentPerOrgLongTxn Limit exceeded."));
    Refusal long20s = refusal(Connections.open(org), newEntry(1));

    assertThat(day.category()).isEqualTo(Category.QUOTA);
    assertThat(long20s.category()).isEqualTo(Category.THROTTLED);
    assertThat(day.retryAfter().orElseThrow()).isGreaterThan(long20s.retryAfter().orElseThrow());
    assertThat(List.of(day.scope(), long20s.scope())).containsOnly(Scope.CONNECTION);
  }

  @Test
  void anEntryWithoutAPersonGoesToTheInboxAndLocksIt() {
    Entry nobodys =
        new Entry(message("m1", "Hi").build(), 1, Optional.empty(), dev.gapless.api.CrmRefs.none());
    SalesforceAdapter adapter = Connections.open(org, "inbox", "500000000000001");
    write(adapter, nobodys);
    JsonNode record = org.seen(FakeOrg.CREATE).get(0).json().path("records").get(0);
    assertThat(record.path("WhatId").asText()).isEqualTo("500000000000001");
    assertThat(record.has("WhoId")).isFalse();
    assertThat(adapter.lockKeys(nobodys)).containsExactly("500000000000001");
    assertThat(Connections.open(org).lockKeys(nobodys)).isEmpty();
  }

  @Test
  void aDeletedInboxIsASetUpFaultAndNoEntryIsToBlame() {
    Entry nobodys =
        new Entry(message("m1", "Hi").build(), 1, Optional.empty(), dev.gapless.api.CrmRefs.none());
    org.on(FakeOrg.CREATE, s -> json(200, list(failure("ENTITY_IS_DELETED", "entity is deleted"))));
    Refusal refusal = refusal(Connections.open(org, "inbox", "500000000000001"), nobodys);
    assertThat(refusal.category()).isEqualTo(Category.SETUP);
    assertThat(refusal.scope()).isEqualTo(Scope.CONNECTION);
    assertThat(refusal.detail()).contains("inbox");
  }

  @Test
  void anOwnObjectHoldsItsTextWholeAndPointsToItsPerson() {
    org.on(FakeOrg.CREATE, s -> json(200, list(success("a00000000000001"))));
    write(
        Connections.open(org, "profile", "custom-object"),
        entry(1, message("m1", "x".repeat(100_000))));
    JsonNode record = org.seen(FakeOrg.CREATE).get(0).json().path("records").get(0);
    assertThat(record.path("attributes").path("type").asText()).isEqualTo("Gapless_Entry__c");
    assertThat(record.path("Contact__c").asText()).isEqualTo(Connections.CONTACT);
    assertThat(record.path("Text__c").asText()).hasSize(100_000);
    assertThat(org.seen(FakeOrg.FILE)).isEmpty();
  }

  @Test
  void aRenamedFieldCanBeNamedInTheSettings() {
    write(
        Connections.open(org, "fields", "key=Social_Key__c, channel = Social_Channel__c"),
        newEntry(1));
    JsonNode record = org.seen(FakeOrg.CREATE).get(0).json().path("records").get(0);
    assertThat(record.has("Social_Key__c")).isTrue();
    assertThat(record.has("Gapless_Key__c")).isFalse();
    assertThat(record.path("Social_Channel__c").asText()).isEqualTo("whatsapp");
  }

  @Test
  void everyProfileHasOneKeyAndNoFieldTwice() {
    for (String name : Profile.NAMES) {
      Profile profile = Profile.of(name);
      assertThat(profile.fields().stream().filter(ProfileField::isKey)).hasSize(1);
      assertThat(profile.fields()).extracting(ProfileField::name).doesNotHaveDuplicates();
      assertThat(profile.fields()).extracting(ProfileField::name).allMatch(Profile::isApiName);
    }
  }

  @Test
  void statesThatItsKeyIsEnforcedAndThatCallsEndAfterTenMinutes() {
    var can = Connections.open(org).capabilities();
    assertThat(can.once())
        .isEqualTo(new dev.gapless.api.crm.Once.Enforced(java.time.Duration.ofMinutes(10)));
    assertThat(can.maxBatch()).isEqualTo(200);
  }

  private static Refusal refusalOf(WriteOutcome outcome) {
    return ((Refused) outcome).refusal();
  }
}
