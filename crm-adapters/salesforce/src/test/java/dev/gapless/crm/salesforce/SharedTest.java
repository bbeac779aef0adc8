// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import static dev.gapless.crm.salesforce.Connections.message;
import static dev.gapless.crm.salesforce.Connections.newEntry;
import static dev.gapless.crm.salesforce.Connections.refusal;
import static dev.gapless.crm.salesforce.FakeOrg.failure;
import static dev.gapless.crm.salesforce.FakeOrg.json;
import static dev.gapless.crm.salesforce.FakeOrg.list;
import static dev.gapless.crm.salesforce.FakeOrg.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.CrmRefs;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.api.crm.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What settings put into every entry: if it is gone, no entry is to blame. */
class SharedTest extends OrgTest {
  private static final String INBOX = "500000000000001";
  private static final String OWNER = "005000000000001";
  private static final List<String> GONE =
      List.of(
          "ENTITY_IS_DELETED",
          "INVALID_CROSS_REFERENCE_KEY",
          "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY");

  private final Entry nobodys =
      new Entry(message("m1", "Hi").build(), 1, Optional.empty(), CrmRefs.none());
  private final Set<String> there = new HashSet<>(Set.of(INBOX, OWNER));
  private final ObjectNode status = FakeOrg.closedStatus("Done");

  @Test
  void aGoneInboxStopsTheConnection() {
    SalesforceAdapter adapter = Connections.open(org, "inbox", INBOX);
    for (String code : GONE) {
      org.on(FakeOrg.CREATE, s -> json(200, list(failure(code, "gone"))));
      isSetUp(refusal(adapter, nobodys), "setting inbox");
      assertThat(refusal(adapter, newEntry(1)).category()).isEqualTo(Category.PERSON_GONE);
    }
  }

  @Test
  void aWrongOwnerStopsTheConnection() {
    ObjectNode named = failure("INVALID_CROSS_REFERENCE_KEY", "Owner ID: invalid");
    ((ObjectNode) named.at("/errors/0")).putArray("fields").add("OwnerId");
    org.on(FakeOrg.CREATE, s -> json(200, list(named)));
    SalesforceAdapter adapter = Connections.open(org, "owner", OWNER, "inbox", INBOX);
    isSetUp(refusal(adapter, newEntry(1)), "setting owner");
    isSetUp(refusal(adapter, nobodys), "setting owner");
    org.on(FakeOrg.CREATE, s -> json(200, list(failure("MALFORMED_ID", "bad id"))));
    isSetUp(refusal(Connections.open(org, "owner", OWNER), nobodys), "setting owner");
  }

  @Test
  void theCheckAsksForBothInTheCallForTheStatus() {
    answer();
    SalesforceAdapter adapter = Connections.open(org, "inbox", INBOX, "owner", OWNER);
    assertThat(adapter.checkSetup().isOk()).isTrue();
    assertThat(adapter.calls()).containsEntry("check", 6L);
    assertThat(org.seen(FakeOrg.QUERY).get(0).questions())
        .contains(
            "SELECT Id FROM User WHERE Id = '" + OWNER + "' AND IsActive = true",
            "SELECT Id FROM Case WHERE Id = '" + INBOX + "'");
    there.remove(INBOX);
    assertThat(adapter.checkSetup().summary()).contains("inbox").doesNotContain("owner");
    there.remove(OWNER);
    assertThat(adapter.checkSetup().findings()).hasSize(2);
  }

  @Test
  void aSetStatusMustBeAClosedOneOfTheOrg() {
    answer();
    assertThat(Connections.open(org, "task-status", "Done").checkSetup().isOk()).isTrue();
    assertThat(Connections.open(org, "task-status", "Closed").checkSetup().summary())
        .contains("task-status");
    status.put("IsClosed", false);
    assertThat(Connections.open(org, "task-status", "Done").checkSetup().isOk()).isFalse();
  }

  @Test
  void aFoundStatusThatIsRetiredIsLookedForAgain() {
    answer();
    SalesforceAdapter adapter = Connections.open(org);
    adapter.checkSetup();
    status.put("ApiName", "Completed");
    ObjectNode retired = failure("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", "bad value");
    ((ObjectNode) retired.at("/errors/0")).putArray("fields").add("Status");
    org.on(FakeOrg.CREATE, s -> json(200, list(retired)));
    isSetUp(refusal(adapter, newEntry(1)), "status");

    assertThat(adapter.checkSetup().isOk()).isTrue();
    org.on(FakeOrg.CREATE, s -> json(200, FakeOrg.rows(s)));
    Connections.write(adapter, newEntry(1));
    List<FakeOrg.Seen> creates = org.seen(FakeOrg.CREATE);
    assertThat(
            creates.get(creates.size() - 1).json().path("records").get(0).path("Status").asText())
        .isEqualTo("Completed");
  }

  private void answer() {
    org.onQuestion(
        q ->
            q.contains("TaskStatus")
                ? List.of(status)
                : there.stream().filter(q::contains).map(id -> object().put("Id", id)).toList());
  }

  private static void isSetUp(Refusal refusal, String about) {
    assertThat(refusal.category()).isEqualTo(Category.SETUP);
    assertThat(refusal.scope()).isEqualTo(Scope.CONNECTION);
    assertThat(refusal.detail()).contains(about);
  }
}
