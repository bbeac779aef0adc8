// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.ItemKey;
import dev.gapless.examples.quickstart.crm.Faults;
import dev.gapless.examples.quickstart.salesforce.DemoOrg;
import dev.gapless.examples.quickstart.salesforce.OrgArrival;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The stand-in for an org of Salesforce; several customers share an account. */
final class SalesforceServer implements CrmServer {
  private static final int PEOPLE_PER_ACCOUNT = 4;
  private static final int MORE = 8;
  private static final Duration TOKEN_LIFETIME = Duration.ofSeconds(2);

  private final DemoOrg org;
  private final Map<String, String> conversations = new HashMap<>();
  private String account = "";
  private int people;

  SalesforceServer(LateCommits timer, SplittableRandom random) {
    this.org = DemoOrg.builder().random(random).scheduler(timer).build().start();
    for (int i = 0; i < Traffic.CONVERSATIONS; i++) {
      String id = Talk.number(i);
      ItemKey key = new ItemKey("", "whatsapp", WebhookBody.ACCOUNT, "conversation", id);
      conversations.put(key.sha256Hex(), id);
    }
  }

  @Override
  public String settings() {
    return """
        crm.demo.type = salesforce
        crm.demo.login-url = %s
        crm.demo.org-id = 00D000000000001
        crm.demo.client-id = gapless
        crm.demo.client-secret = quickstart
        crm.demo.read-timeout = %dms
        crm.demo.settled-after = %dms
        """
        .formatted(org.url(), Weather.READ_TIMEOUT.toMillis(), Weather.VISIBLE_AFTER.toMillis());
  }

  /** Few calls carry all there is, so each is hit more often, and tokens end in between. */
  @Override
  public void faults(Faults faults) {
    org.faults(
        faults.toBuilder()
            .dropAnswerRate(Math.min(1, faults.dropAnswerRate() * MORE))
            .lateCommitRate(Math.min(1, faults.lateCommitRate() * MORE))
            .tokenLifetime(TOKEN_LIFETIME)
            .build());
  }

  @Override
  public long allCalls() {
    return org.usedOfTheDay();
  }

  @Override
  public void makePerson(String name, String phone) {
    if (people++ % PEOPLE_PER_ACCOUNT == 0) {
      account = org.add("Account", Map.of("Name", "Account " + people));
    }
    org.add("Contact", Map.of("LastName", name, "MobilePhone", phone, "AccountId", account));
  }

  @Override
  public List<CrmRow> rows() {
    return org.records("Task").stream().map(this::row).toList();
  }

  private CrmRow row(JsonNode task) {
    return new CrmRow(
        task.path("Gapless_Key__c").asText(),
        conversation(task.path("Gapless_Conversation__c").asText()),
        task.path("Gapless_Action__c").asText(),
        task.path("Description").asText(),
        task.path("Gapless_Sequence__c").asLong());
  }

  private String conversation(String digest) {
    return conversations.getOrDefault(digest, digest);
  }

  @Override
  public List<CrmRow> creations() {
    return org.arrivals().stream()
        .filter(OrgArrival::created)
        .map(one -> new CrmRow(one.key(), conversation(one.conversation()), "", "", one.sequence()))
        .toList();
  }

  @Override
  public JsonNode calls() {
    ObjectNode calls = JsonNodeFactory.instance.objectNode();
    org.calls().forEach(calls::put);
    return calls.put("rows that met a lock", org.lockErrors());
  }

  @Override
  public void close() {
    org.close();
  }
}
