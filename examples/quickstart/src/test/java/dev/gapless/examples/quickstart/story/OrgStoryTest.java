// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.examples.quickstart.RecordedConsole;
import dev.gapless.examples.quickstart.console.ToldException;
import dev.gapless.examples.quickstart.salesforce.DemoOrg;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrgStoryTest {
  private final RecordedConsole console = new RecordedConsole();

  @TempDir private Path folder;

  @Test
  void whatIsMissingInTheEnvironmentIsNamedWithItsPlace() {
    assertThatThrownBy(() -> OrgCredentials.of(Map.of("SALESFORCE_ORG_ID", "00D000000000001")))
        .isInstanceOf(ToldException.class)
        .message()
        .contains("SALESFORCE_LOGIN_URL", "Setup, My Domain")
        .contains("SALESFORCE_CLIENT_ID", "SALESFORCE_CLIENT_SECRET", "External Client App")
        .contains("SALESFORCE_PRIVATE_KEY_FILE")
        .doesNotContain("SALESFORCE_ORG_ID");
  }

  @Test
  void aKeyNeedsItsUserAndNoSecret() {
    assertThatThrownBy(
            () ->
                OrgCredentials.of(
                    Map.of(
                        "SALESFORCE_LOGIN_URL", "https://example.my.salesforce.com",
                        "SALESFORCE_ORG_ID", "00D000000000001",
                        "SALESFORCE_CLIENT_ID", "key",
                        "SALESFORCE_PRIVATE_KEY_FILE", "server.pem")))
        .isInstanceOf(ToldException.class)
        .hasMessageContaining("  SALESFORCE_USER\n")
        .hasMessageNotContaining("  SALESFORCE_CLIENT_SECRET\n");
  }

  @Test
  void twoMessagesAndAnEditBecomeTwoTasksOfTheirPerson() throws Exception {
    try (DemoOrg org = DemoOrg.builder().build().start()) {
      String zoe = org.add("Contact", Map.of("LastName", "Krüger", "MobilePhone", "+447700900101"));
      Map<String, String> environment = environment(org);
      OrgCredentials credentials = OrgCredentials.of(environment);

      assertThat(new OrgStory(console.console(), folder, credentials, environment::get).tell())
          .as(console.out())
          .isTrue();

      List<ObjectNode> tasks = org.records("Task");
      assertThat(tasks).hasSize(2);
      assertThat(tasks).allMatch(task -> task.path("WhoId").asText().equals(zoe));
      assertThat(tasks.get(0).path("Description").asText())
          .isEqualTo("Hello! Is my parcel on its way?");
      assertThat(console.out()).contains(org.url() + "/" + tasks.get(0).path("Id").asText());
    }
  }

  @Test
  void whatTheOrgLacksIsToldAndNothingIsWritten() {
    try (DemoOrg org = DemoOrg.builder().build().start()) {
      org.removeField("Task", "Gapless_Sequence__c");
      Map<String, String> environment = environment(org);
      OrgCredentials credentials = OrgCredentials.of(environment);

      assertThat(new OrgStory(console.console(), folder, credentials, environment::get).tell())
          .isFalse();
      assertThat(console.out()).contains("field Task.Gapless_Sequence__c: missing in Salesforce");
      assertThat(org.records("Task")).isEmpty();
    }
  }

  @Test
  void noSecretStandsInTheSettings() throws Exception {
    try (DemoOrg org = DemoOrg.builder().build().start()) {
      OrgCredentials credentials = OrgCredentials.of(environment(org));
      String settings = credentials.settings(name -> "${env:" + name + "}");
      assertThat(settings)
          .contains("client-secret = ${env:SALESFORCE_CLIENT_SECRET}")
          .doesNotContain("quickstart");
      assertThat(folder).isEmptyDirectory();
    }
  }

  private static Map<String, String> environment(DemoOrg org) {
    Map<String, String> environment = new HashMap<>();
    environment.put("SALESFORCE_LOGIN_URL", org.url().toString());
    environment.put("SALESFORCE_ORG_ID", "00D000000000001AAA");
    environment.put("SALESFORCE_CLIENT_ID", "gapless");
    environment.put("SALESFORCE_CLIENT_SECRET", "quickstart");
    return environment;
  }
}
