// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import static dev.gapless.crm.rest.Connections.demo;
import static dev.gapless.crm.rest.Connections.entry;
import static dev.gapless.crm.rest.Connections.message;
import static dev.gapless.crm.rest.Connections.party;
import static dev.gapless.crm.rest.FakeCrm.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Attachment;
import dev.gapless.api.CrmRefs;
import dev.gapless.api.Party;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.FileTaker;
import dev.gapless.api.crm.PersonMaker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No secret, text, number or name in any log line, outcome or exception, even when echoed. */
class CanaryTest {
  private static final String ECHO =
      "canary-text canary-name 491510099999 canary-token canary-secret";

  /** All log lines of this test run, at TRACE; see logback-test.xml. */
  private static final Path LOG = Path.of("target", "trace.log");

  private static final Set<String> SECRETS =
      Set.of("api-key", "token", "client-secret", "refresh-token", "password");

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
            FakeCrm.hangUp())) {
      runAll(reply, Connections.PATIENT);
    }
    runAll(FakeCrm.silence(), "300ms");
    crm.on("POST /oauth/token", s -> json(400, "{\"error\":\"" + ECHO + "\"}"));
    runAll(json(200, "{}"), Connections.PATIENT);
    crm.close();
    runAll(json(200, "{}"), Connections.PATIENT);
    nothingWasPrinted();
  }

  /** Whatever a preset's own rules read out of an answer, strangers' text is not among it. */
  @ParameterizedTest
  @EnumSource
  void norByAnyBundledPreset(Bundled preset, @TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("canary-file"), "canary-content");
    for (FakeCrm.Reply reply :
        List.of(
            json(200, everywhere(ECHO)),
            json(400, everywhere(ECHO)),
            json(401, everywhere(ECHO)),
            json(403, everywhere(ECHO)),
            json(404, everywhere(ECHO)),
            json(409, "[" + everywhere(ECHO) + "]"),
            json(422, everywhere("491510099999")),
            json(429, everywhere(ECHO)),
            json(500, ECHO),
            FakeCrm.with("Location", "https://x/?" + ECHO.replace(' ', '+'), json(302, ECHO)),
            FakeCrm.hangUp())) {
      Map<String, String> settings = preset.settings(crm);
      settings.replaceAll((key, value) -> SECRETS.contains(key) ? "canary-secret" : value);
      crm.always(
          s ->
              s.route().contains("oauth")
                  ? json(200, "{\"access_token\":\"canary-token\",\"expires_in\":3600}")
                  : reply);
      use(Connections.open(settings), file);
    }
    nothingWasPrinted();
  }

  /** The members that presets read codes, fields and ids from. */
  private static String everywhere(String text) {
    String[] names = {
      "error",
      "code",
      "category",
      "policyName",
      "name",
      "message",
      "status",
      "phoneNumber",
      "messageKey",
      "field",
      "description"
    };
    StringBuilder members = new StringBuilder();
    for (String name : names) {
      members.append('"').append(name).append("\":\"").append(text).append("\",");
    }
    String flat = "{" + members + "\"id\":\"77\"}";
    return "{"
        + members
        + "\"id\":\"77\",\"details\":"
        + flat
        + ",\"messageTranslation\":{\"data\":"
        + flat
        + "},\"data\":["
        + flat
        + "],\"results\":["
        + flat
        + "],\"list\":["
        + flat
        + "]}";
  }

  private void use(RestCrmAdapter adapter, Path file) {
    Party stranger = party("canary-name", "491510099999");
    Entry entry = entry(1, message("m", "canary-text").author(stranger));
    CrmRefs refs = new CrmRefs(Map.of(CrmRefs.ENTRY, "7", "ticket", "5"));
    said.add(adapter.write(List.of(entry)));
    said.add(adapter.write(List.of(new Entry(entry.interaction(), 1, entry.person(), refs))));
    said.add(adapter.findPeople(List.of(stranger)));
    said.add(adapter.lookUp(List.of(entry.key())));
    said.add(adapter.checkSetup());
    said.add(((PersonMaker) adapter).make(stranger));
    if (adapter instanceof FileTaker taker) {
      Attachment attachment =
          new Attachment(
              "image",
              Optional.of("canary-media"),
              Optional.of("https://x/canary-url"),
              Optional.empty(),
              Optional.of("canary-name.jpg"),
              Optional.empty());
      said.add(taker.attach(entry.key(), refs, 0, attachment, "image/jpeg", file));
    }
  }

  private void nothingWasPrinted() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(LOG, StandardCharsets.UTF_8));
    assertThat(lines).as("lines at TRACE").hasSizeGreaterThan(50);
    said.forEach(each -> lines.add(String.valueOf(each)));
    assertThat(lines).allSatisfy(line -> assertThat(line).doesNotContain("canary", "491510099999"));
  }

  private void runAll(FakeCrm.Reply reply, String readTimeout) {
    crm.on("POST /oauth/token", s -> json(200, "{\"access_token\":\"canary-token\"}"));
    crm.on("POST /api/timeline/batch", s -> reply);
    crm.on("POST /api/persons/search", s -> reply);
    crm.on("GET /api/timeline", s -> reply);
    crm.on("GET /api/me", s -> reply);
    RestCrmAdapter adapter =
        Connections.open(demo(crm, "client-secret", "canary-secret", "read-timeout", readTimeout));
    Entry entry =
        entry(1, message("m", "canary-text").author(party("canary-name", "491510099999")));
    said.add(adapter.write(List.of(entry)));
    said.add(adapter.findPeople(List.of(party("canary-name", "491510099999"))));
    said.add(adapter.lookUp(List.of(entry.key())));
    said.add(adapter.checkSetup());
  }
}
