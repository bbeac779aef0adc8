// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import static dev.gapless.crm.salesforce.Connections.changed;
import static dev.gapless.crm.salesforce.Connections.entry;
import static dev.gapless.crm.salesforce.Connections.message;
import static dev.gapless.crm.salesforce.Connections.party;
import static dev.gapless.crm.salesforce.FakeOrg.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.crm.Entry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No secret, text, number or name in any log line, outcome or exception, even when echoed. */
class CanaryTest extends OrgTest {
  private static final String ECHO =
      "canary-text canary-name 491510099999 canary-token canary-secret";

  /** All log lines of this test run, at TRACE; see logback-test.xml. */
  private static final Path LOG = Path.of("target", "trace.log");

  private final List<Object> said = new ArrayList<>();
  private final String key = Keys.pem(Keys.pair());

  @Test
  void nothingOfAStrangerOrASecretIsEverPrinted() throws Exception {
    String error = "{\"errorCode\":\"STRING_TOO_LONG\",\"message\":\"" + ECHO + "\"}";
    for (FakeOrg.Reply reply :
        List.of(
            json(
                200,
                "[{\"success\":false,\"errors\":["
                    + error.replace("errorCode", "statusCode")
                    + "]}]"),
            json(
                200,
                "[{\"success\":false,\"errors\":[{\"statusCode\":\""
                    + ECHO
                    + "\",\"fields\":[\""
                    + ECHO
                    + "\"]}]}]"),
            json(400, "[" + error + "]"),
            json(400, "[{\"errorCode\":\"" + ECHO + "\"}]"),
            json(401, "[{\"errorCode\":\"INVALID_SESSION_ID\",\"message\":\"" + ECHO + "\"}]"),
            json(500, ECHO),
            FakeOrg.with("Location", "https://x/?canary-text", json(302, "{}")),
            FakeOrg.text(200, "text/html", "<p>" + ECHO),
            FakeOrg.with("Retry-After", ECHO, json(429, "{}")),
            FakeOrg.with("Sforce-Limit-Info", "api-usage=" + ECHO, json(200, "{}")),
            com.sun.net.httpserver.HttpExchange::close)) {
      runAll(reply);
    }
    org.on(
        FakeOrg.LOGIN,
        s -> json(400, "{\"error\":\"" + ECHO + "\",\"error_description\":\"" + ECHO + "\"}"));
    runAll(json(200, "{}"));

    List<String> lines = new ArrayList<>(Files.readAllLines(LOG, StandardCharsets.UTF_8));
    assertThat(lines).as("lines at TRACE").hasSizeGreaterThan(50);
    said.forEach(each -> lines.add(String.valueOf(each)));
    List<String> secrets = List.of("canary", "491510099999", "eyJ", key.lines().toList().get(1));
    assertThat(org.seen(FakeOrg.LOGIN))
        .anySatisfy(login -> assertThat(login.body()).contains("eyJ"));
    assertThat(lines).allSatisfy(line -> assertThat(line).doesNotContain(secrets));
  }

  private void runAll(FakeOrg.Reply reply) {
    for (String route :
        List.of(
            FakeOrg.CREATE,
            FakeOrg.UPDATE,
            FakeOrg.QUERY,
            FakeOrg.FILE,
            "POST " + FakeOrg.BASE + "/sobjects/Contact")) {
      org.on(route, s -> reply);
    }
    org.on("GET " + FakeOrg.BASE + "/limits", s -> reply);
    run(Connections.open(org, "client-secret", "canary-secret", "task-status", "Done"));
    run(Connections.open(org, "client-secret", "", "private-key", key, "user", "canary-user"));
  }

  private void run(SalesforceAdapter adapter) {
    Entry entry =
        entry(1, message("m", "canary-text").author(party("canary-name", "491510099999")));
    said.add(adapter.write(List.of(entry)));
    said.add(adapter.write(List.of(changed(entry, "00T000000000001"))));
    said.add(adapter.findPeople(List.of(party("canary-name", "491510099999"))));
    said.add(adapter.make(party("canary-name", "491510099999")));
    said.add(adapter.lookUp(List.of(entry.key())));
    said.add(adapter.checkSetup());
    adapter.close();
  }
}
