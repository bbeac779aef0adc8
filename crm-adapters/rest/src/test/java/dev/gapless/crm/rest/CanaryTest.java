// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import static dev.gapless.crm.rest.Connections.demo;
import static dev.gapless.crm.rest.Connections.entry;
import static dev.gapless.crm.rest.Connections.message;
import static dev.gapless.crm.rest.Connections.party;
import static dev.gapless.crm.rest.FakeCrm.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.crm.Entry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No secret, text, number or name in any log line, outcome or exception, even when echoed. */
class CanaryTest {
  private static final String ECHO =
      "canary-text canary-name 491510099999 canary-token canary-secret";

  /** All log lines of this test run, at TRACE; see logback-test.xml. */
  private static final Path LOG = Path.of("target", "trace.log");

  private final List<Object> said = new ArrayList<>();
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
  void nothingOfAStrangerOrASecretIsEverPrinted() throws Exception {
    for (FakeCrm.Reply reply :
        List.of(
            json(
                200,
                "{\"results\":[{\"status\":422,\"code\":\""
                    + ECHO
                    + "\",\"field\":\"491510099999\"}]}"),
            json(400, "{\"error\":{\"code\":\"UNKNOWN_FIELD\",\"field\":\"" + ECHO + "\"}}"),
            json(401, "{\"error\":{\"code\":\"TOKEN_INVALID\",\"message\":\"" + ECHO + "\"}}"),
            json(500, ECHO),
            FakeCrm.with("Location", "https://x/?" + ECHO.replace(' ', '+'), json(302, ECHO)),
            FakeCrm.text(200, "text/html", "<p>" + ECHO),
            FakeCrm.with("Retry-After", ECHO, json(429, ECHO)),
            FakeCrm.hangUp(),
            FakeCrm.silence())) {
      runAll(reply);
    }
    crm.on("POST /oauth/token", s -> json(400, "{\"error\":\"" + ECHO + "\"}"));
    runAll(json(200, "{}"));
    crm.close();
    runAll(json(200, "{}"));

    List<String> lines = new ArrayList<>(Files.readAllLines(LOG, StandardCharsets.UTF_8));
    assertThat(lines).as("lines at TRACE").hasSizeGreaterThan(50);
    said.forEach(each -> lines.add(String.valueOf(each)));
    assertThat(lines).allSatisfy(line -> assertThat(line).doesNotContain("canary", "491510099999"));
  }

  private void runAll(FakeCrm.Reply reply) {
    crm.on("POST /oauth/token", s -> json(200, "{\"access_token\":\"canary-token\"}"));
    crm.on("POST /api/timeline/batch", s -> reply);
    crm.on("POST /api/persons/search", s -> reply);
    crm.on("GET /api/timeline", s -> reply);
    crm.on("GET /api/me", s -> reply);
    RestCrmAdapter adapter =
        Connections.open(demo(crm, "client-secret", "canary-secret", "read-timeout", "100ms"));
    Entry entry =
        entry(1, message("m", "canary-text").author(party("canary-name", "491510099999")));
    said.add(adapter.write(List.of(entry)));
    said.add(adapter.findPeople(List.of(party("canary-name", "491510099999"))));
    said.add(adapter.lookUp(List.of(entry.key())));
    said.add(adapter.checkSetup());
  }
}
