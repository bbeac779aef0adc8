// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import static dev.gapless.crm.salesforce.Connections.changed;
import static dev.gapless.crm.salesforce.Connections.entry;
import static dev.gapless.crm.salesforce.Connections.message;
import static dev.gapless.crm.salesforce.Connections.newEntry;
import static dev.gapless.crm.salesforce.Connections.refusal;
import static dev.gapless.crm.salesforce.Connections.write;
import static dev.gapless.crm.salesforce.FakeOrg.failure;
import static dev.gapless.crm.salesforce.FakeOrg.json;
import static dev.gapless.crm.salesforce.FakeOrg.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.Action;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.api.crm.WriteOutcome.NotTried;
import dev.gapless.api.crm.WriteOutcome.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Changes go to the stored id, touch what is ours and nothing that an agent has made of it. */
class ChangeTest extends OrgTest {
  private static final String ID = "00T000000000001";

  @Test
  void aTextThatStillIsOursIsReplaced() {
    SalesforceAdapter adapter = Connections.open(org);
    asWritten(adapter);
    Entry edited = changed(entry(1, message("m1", "Better").action(Action.EDITED)), ID + "AAA");

    Written written = (Written) write(adapter, edited);
    assertThat(written.refs().entry()).isEqualTo(edited.refs().entry());

    JsonNode change = change();
    assertThat(change.path("id").asText()).isEqualTo(ID + "AAA");
    assertThat(change.path("Description").asText()).isEqualTo("Better");
    assertThat(change.path("Subject").asText()).endsWith("Better");
    assertThat(change.path("Gapless_Action__c").asText()).isEqualTo("edited");
    assertThat(names(change))
        .doesNotContain(
            "WhoId", "WhatId", "OwnerId", "Status", "ActivityDate", "Gapless_Key__c", "Priority");
  }

  @Test
  void anAgentsTextStaysAndTheNewOneStandsBehindItOnce() {
    SalesforceAdapter adapter = Connections.open(org);
    ObjectNode record = asWritten(adapter);
    record.put("Description", "text 1\n\nCalled back, all is well.");
    Entry edited = changed(entry(1, message("m1", "Better").action(Action.EDITED)), ID);
    write(adapter, edited);

    String now = change().path("Description").asText();
    assertThat(now)
        .startsWith("text 1\n\nCalled back, all is well.")
        .endsWith("\n[Changed by its author to:]\nBetter");
    assertThat(change().has("Subject")).isFalse();
    assertThat(change().has("Gapless_Text_Digest__c")).isFalse();

    record.put("Description", now.replace("\n", "\r\n"));
    write(adapter, edited);
    assertThat(
            org.seen(FakeOrg.UPDATE)
                .get(1)
                .json()
                .path("records")
                .get(0)
                .path("Description")
                .asText(now)
                .replace("\r\n", "\n"))
        .isEqualTo(now);
  }

  @Test
  void onlyTheTextThatStandsLastCountsAsWritten() {
    SalesforceAdapter adapter = Connections.open(org);
    ObjectNode record = asWritten(adapter);
    String agents = "Called back.";
    for (String text : List.of("Yes, but not today", "Yes", "Yes, but not today")) {
      record.put("Description", agents);
      write(adapter, changed(entry(1, message("m1", text).action(Action.EDITED)), ID));
      List<FakeOrg.Seen> updates = org.seen(FakeOrg.UPDATE);
      JsonNode last = updates.get(updates.size() - 1).json().path("records").get(0);
      assertThat(last.path("Description").asText())
          .startsWith(agents)
          .endsWith("[Changed by its author to:]\n" + text);
      agents = last.path("Description").asText();
    }
  }

  @Test
  void anEntryThatMayNotBeChangedStopsNoOther() {
    SalesforceAdapter adapter = Connections.open(org);
    String code = "INSUFFICIENT_ACCESS_OR_READONLY";
    org.on(FakeOrg.UPDATE, s -> json(200, list(failure(code, "insufficient access rights"))));
    Refusal change = refusal(adapter, changed(newEntry(1), ID));
    assertThat(change.category()).isEqualTo(Category.INVALID);
    assertThat(change.scope()).isEqualTo(Refusal.Scope.ENTRY);
    org.on(FakeOrg.CREATE, s -> json(200, list(failure(code, "insufficient access rights"))));
    assertThat(refusal(adapter, newEntry(1)).scope()).isEqualTo(Refusal.Scope.CONNECTION);
  }

  @Test
  void blanksThatThePlatformChangedAreNoAgentsWork() {
    SalesforceAdapter adapter = Connections.open(org);
    ObjectNode record = asWritten(adapter);
    record.put("Description", record.path("Description").asText() + "\r\n ");
    write(adapter, changed(entry(1, message("m1", "Better")), ID));
    assertThat(change().path("Description").asText()).isEqualTo("Better");
  }

  @Test
  void anEntryInTheRecycleBinIsGoneAndItsNeighbourIsNot() {
    SalesforceAdapter adapter = Connections.open(org);
    asWritten(adapter).put("IsDeleted", true);
    Entry gone = changed(newEntry(1), ID);
    Entry there = changed(newEntry(2), "00T000000000002");
    var outcomes = adapter.write(List.of(gone, there));

    assertThat(((WriteOutcome.Refused) outcomes.get(gone.key())).refusal().category())
        .isEqualTo(Category.GONE);
    assertThat(outcomes.get(there.key())).isInstanceOf(Written.class);
    assertThat(org.seen(FakeOrg.CREATE)).as("the one that made it").hasSize(1);
  }

  @Test
  void everyWayToSayThatAnEntryIsGoneIsUnderstood() {
    SalesforceAdapter adapter = Connections.open(org);
    for (String code :
        List.of("ENTITY_IS_DELETED", "INVALID_CROSS_REFERENCE_KEY", "NOT_FOUND", "MALFORMED_ID")) {
      org.on(FakeOrg.UPDATE, s -> json(200, list(failure(code, "gone"))));
      assertThat(refusal(adapter, changed(newEntry(1), ID)).category())
          .as(code)
          .isEqualTo(Category.GONE);
    }
  }

  @Test
  void changesWaitWhenTheInsertBeforeThemGotNoAnswer() {
    org.on(FakeOrg.CREATE, s -> com.sun.net.httpserver.HttpExchange::close);
    Entry created = newEntry(1);
    Entry edited = changed(newEntry(2), ID);
    var outcomes = Connections.open(org).write(List.of(created, edited));
    assertThat(outcomes.get(created.key())).isInstanceOf(WriteOutcome.Unknown.class);
    assertThat(outcomes.get(edited.key())).isInstanceOf(NotTried.class);
    assertThat(org.seen(FakeOrg.UPDATE)).isEmpty();
  }

  /** What Salesforce would say of the entry that was written last. */
  private ObjectNode asWritten(SalesforceAdapter adapter) {
    write(adapter, newEntry(1));
    JsonNode sent = org.seen(FakeOrg.CREATE).get(0).json().path("records").get(0);
    ObjectNode record = sent.deepCopy();
    record.put("Id", ID + "AAA").put("IsDeleted", false);
    org.onQuestion(
        q ->
            q.contains("TaskStatus")
                ? List.of(FakeOrg.closedStatus("Done"))
                : q.contains(ID) ? List.of(record) : List.of());
    return record;
  }

  private JsonNode change() {
    return org.seen(FakeOrg.UPDATE).get(0).json().path("records").get(0);
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
        .forEach(names::add);
    return names;
  }
}
