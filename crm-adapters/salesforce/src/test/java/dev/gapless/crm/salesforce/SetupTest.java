// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import static dev.gapless.crm.salesforce.FakeOrg.BASE;
import static dev.gapless.crm.salesforce.FakeOrg.error;
import static dev.gapless.crm.salesforce.FakeOrg.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.SetupReport;
import dev.gapless.api.SetupReport.Finding;
import dev.gapless.http.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class SetupTest extends OrgTest {
  @Test
  void anOrgWhereAllIsWellHasNoFindings() {
    SalesforceAdapter adapter = Connections.open(org);
    assertThat(adapter.checkSetup().summary()).isEmpty();
    assertThat(adapter.calls()).containsOnlyKeys("check").containsEntry("check", 6L);
  }

  @Test
  void everythingThatIsMissingComesInOneReportWithItsRemedy() {
    ObjectNode task = Describes.of("Task");
    Describes.remove(task, "Gapless_Sequence__c");
    Describes.field(task, "Gapless_Key__c").put("unique", false);
    Describes.field(task, "Gapless_Action__c").put("updateable", false);
    Describes.field(task, "Gapless_Native_Id__c").put("length", 80);
    Describes.field(task, "Gapless_Occurred_At__c").put("type", "date");
    task.put("createable", false);
    describe("Task", task);
    ObjectNode contact = Describes.of("Contact");
    List<String> shipped =
        List.of("Gapless_WhatsApp_User_Id__c", "Gapless_Page_Scoped_Id__c", "Gapless_X_User_Id__c");
    shipped.forEach(name -> Describes.remove(contact, name));
    describe("Contact", contact);
    org.on("GET " + BASE + "/sobjects/Lead/describe", s -> error(404, "NOT_FOUND", "no"));
    org.on("GET " + BASE + "/limits", s -> json(200, FakeOrg.limits(0)));
    org.onQuestion(q -> List.of());

    SetupReport report = Connections.open(org).checkSetup();

    assertThat(report.findings())
        .extracting(Finding::subject)
        .contains(
            "data storage",
            "file storage",
            "object Task",
            "object Lead",
            "field Task.Gapless_Sequence__c",
            "field Task.Gapless_Key__c",
            "field Task.Gapless_Action__c",
            "field Task.Gapless_Native_Id__c",
            "field Task.Gapless_Occurred_At__c",
            "field Contact.Gapless_WhatsApp_User_Id__c",
            "field Contact.Gapless_Page_Scoped_Id__c",
            "field Contact.Gapless_X_User_Id__c",
            "connection to Salesforce");
    assertThat(report.findings())
        .allSatisfy(finding -> assertThat(finding.category()).isEqualTo(Category.SETUP))
        .allSatisfy(finding -> assertThat(finding.remedy()).isNotEmpty());
    assertThat(report.summary()).contains("no status of tasks is a closed one");
  }

  @Test
  void fullFilesStopOnlyWhoKeepsFiles() {
    ObjectNode limits = FakeOrg.limits(9);
    ((ObjectNode) limits.path("FileStorageMB")).put("Remaining", 0);
    org.on("GET " + BASE + "/limits", s -> json(200, limits));
    assertThat(Connections.open(org).checkSetup().findings())
        .singleElement()
        .extracting(Finding::subject)
        .isEqualTo("file storage");
    assertThat(Connections.open(org, "full-text", "none").checkSetup().isOk()).isTrue();
  }

  @Test
  void whatIsShippedServesPersonAccountsToo() {
    assertThat(Connections.open(org, "person-accounts", "true").checkSetup().summary()).isEmpty();
    ObjectNode account = Describes.of("Account");
    Describes.remove(account, "Gapless_X_User_Id__pc");
    describe("Account", account);
    assertThat(Connections.open(org, "person-accounts", "true").checkSetup().findings())
        .extracting(Finding::subject)
        .containsExactly("field Account.Gapless_X_User_Id__pc");
  }

  @Test
  void anOrgThatCannotBeAskedIsOneFindingOfItsKind() {
    org.on("GET " + BASE + "/limits", s -> error(503, "SERVER_UNAVAILABLE", "down"));
    assertThat(Connections.open(org).checkSetup().findings())
        .singleElement()
        .extracting(Finding::category)
        .isEqualTo(Category.OUTAGE);
    org.on(FakeOrg.LOGIN, s -> json(400, "{\"error\":\"invalid_client\"}"));
    assertThat(Connections.open(org).checkSetup().findings())
        .singleElement()
        .extracting(Finding::category)
        .isEqualTo(Category.AUTHENTICATION);
  }

  @Test
  void whoMayNotReadLimitsIsNotStoppedByThat() {
    org.on("GET " + BASE + "/limits", s -> error(403, "INSUFFICIENT_ACCESS", "View Setup"));
    assertThat(Connections.open(org).checkSetup().isOk()).isTrue();
  }

  @Test
  void theCheckLooksAgainWhetherCallsCameBack() {
    org.on(
        "GET " + BASE + "/limits",
        s ->
            FakeOrg.with("Sforce-Limit-Info", "api-usage=4500/5000", json(200, FakeOrg.limits(9))));
    ManualClock clock = new ManualClock();
    SalesforceAdapter adapter = Connections.open(Connections.settings(org), clock);
    assertThat(adapter.checkSetup().findings().get(0).category()).isEqualTo(Category.QUOTA);
    clock.forward(Duration.ofMinutes(15));
    org.on(
        "GET " + BASE + "/limits",
        s ->
            FakeOrg.with("Sforce-Limit-Info", "api-usage=3000/5000", json(200, FakeOrg.limits(9))));
    assertThat(adapter.checkSetup().isOk()).isTrue();
  }

  /**
   * {@code -Dgapless.salesforce.describes=FOLDER} with describes of a real org, as Contact.json.
   */
  @Test
  @EnabledIfSystemProperty(named = "gapless.salesforce.describes", matches = ".+")
  void realDescribesHoldTheStandardFieldsThatAreReadOfPeople() throws Exception {
    Path folder = Path.of(System.getProperty("gapless.salesforce.describes"));
    FieldCheck check =
        new FieldCheck(
            dev.gapless.crm.salesforce.entry.Profile.of("task"),
            List.of(
                dev.gapless.crm.salesforce.people.PersonObject.CONTACT,
                dev.gapless.crm.salesforce.people.PersonObject.LEAD),
            List.of(),
            false,
            false,
            false);
    for (String object : List.of("Contact", "Lead")) {
      assertThat(
              check.check(object, Json.read(Files.readAllBytes(folder.resolve(object + ".json")))))
          .as(object)
          .isEmpty();
    }
  }

  private void describe(String object, ObjectNode describe) {
    org.on("GET " + BASE + "/sobjects/" + object + "/describe", s -> json(200, describe));
  }
}
