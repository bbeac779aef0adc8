// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Refusal.Category;
import dev.gapless.api.SetupReport;
import dev.gapless.http.RawServer;
import dev.gapless.http.graph.Graph;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphSetupTest {
  private static final String TOKEN = "GET /v25.0/debug_token";
  private static final String APP = "GET /v25.0/77";
  private static final String DATE = "Date: Sun, 22 Nov 2026 10:00:00 GMT";

  private final Map<String, String> answers = new HashMap<>();
  private Instant now = Graph.NOW;
  private List<String> secrets = List.of(Graph.APP_SECRET);
  private Optional<String> appId = Optional.empty();

  GraphSetupTest() {
    token("\"is_valid\": true, \"expires_at\": 0, \"scopes\": [\"read\"]");
    answers.put(APP, RawServer.answer(200, "{\"id\": \"77\"}"));
  }

  @Test
  void aSoundSetUpHasNoFindings() throws IOException {
    SetupReport report = check();
    assertThat(report.findings()).isEmpty();
    assertThat(report.notes()).isEmpty();
  }

  @Test
  void aTokenThatEndedIsNamedWithItsReason() throws IOException {
    token("\"is_valid\": false, \"error\": {\"code\": 190, \"subcode\": 463, \"message\": \"x\"}");
    SetupReport report = check();
    assertThat(report.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.category()).isEqualTo(Category.AUTHENTICATION);
              assertThat(finding.subject()).isEqualTo("access-token");
              assertThat(finding.problem()).contains("190/463", "expired", "Make a new token");
            });
  }

  @Test
  void aTokenThatIsNotTakenAtAllIsAFinding() throws IOException {
    answers.put(TOKEN, RawServer.answer(400, Graph.error("\"code\": 190")));
    assertThat(check().summary()).contains("access-token: authentication (190)");
  }

  @Test
  void aTokenIsAnnouncedTwoWeeksBeforeItEnds() throws IOException {
    ends(Duration.ofDays(15));
    assertThat(check().notes()).isEmpty();
    ends(Duration.ofDays(13));
    assertThat(check().notes())
        .singleElement()
        .satisfies(note -> assertThat(note.problem()).contains("ends on 2026-12-05"));
    ends(Duration.ofDays(-1));
    assertThat(check().findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.problem()).contains("ended on 2026-11-21"));
  }

  @Test
  void consentToReadDataEndsOnItsOwn() throws IOException {
    long end = Graph.NOW.plus(Duration.ofDays(3)).getEpochSecond();
    token(
        "\"is_valid\": true, \"data_access_expires_at\": %d, \"scopes\": [\"read\"]"
            .formatted(end));
    assertThat(check().notes())
        .singleElement()
        .satisfies(note -> assertThat(note.problem()).contains("consent", "2026-11-25"));
  }

  @Test
  void namesEachMissingPermission() throws IOException {
    token("\"is_valid\": true, \"scopes\": [\"other\"]");
    assertThat(check().summary()).contains("permission read: missing. Grant it");
  }

  @Test
  void aTokenOfAnotherAppIsAFinding() throws IOException {
    appId = Optional.of("78");
    answers.put("GET /v25.0/78", RawServer.answer(200, "{\"id\": \"78\"}"));
    assertThat(check().summary()).contains("made for another app than app-id 78");
  }

  @Test
  void aSecretThatThePlatformDoesNotKnowIsAFinding() throws IOException {
    answers.put(APP, RawServer.answer(400, Graph.error("\"code\": 190")));
    assertThat(check().summary())
        .contains("app-secret: the platform does not know it", "App settings");
  }

  @Test
  void anotherSecretBesideTheRightOneIsOnlyNoted() throws IOException {
    String other = "f".repeat(32);
    assertThat(trySecrets(other, Graph.APP_SECRET, other).notes())
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.subject()).isEqualTo("app-secret 2");
              assertThat(note.remedy()).contains("Remove");
            });
    assertThat(trySecrets(other, other, Graph.APP_SECRET).notes())
        .singleElement()
        .satisfies(note -> assertThat(note.remedy()).contains("first"));
    assertThat(trySecrets(other, other).isOk()).isFalse();
  }

  private static SetupReport trySecrets(String unknown, String... secrets) throws IOException {
    try (Graph graph =
        Graph.playing(
            request ->
                request.contains("Bearer 77|" + unknown)
                    ? RawServer.answer(400, Graph.error("\"code\": 190"))
                    : RawServer.answer(200, "{}"),
            Clock.fixed(Graph.NOW, ZoneOffset.UTC))) {
      Findings found = new Findings();
      new SecretCheck(graph.api).run(List.of(secrets), Optional.of("77"), found);
      return found.report();
    }
  }

  @Test
  void aSecretThatCannotBeComparedIsNoted() throws IOException {
    answers.put(TOKEN, RawServer.answer(400, Graph.error("\"code\": 10")));
    assertThat(check().notes())
        .singleElement()
        .satisfies(note -> assertThat(note.remedy()).contains("app-id"));
  }

  @Test
  void noSecretAtAllIsAFinding() throws IOException {
    secrets = List.of();
    assertThat(check().summary()).contains("app-secret: empty");
  }

  @Test
  void somethingThatIsNoSecretIsNoted() throws IOException {
    secrets = List.of("my-verify-token");
    assertThat(check().notes())
        .singleElement()
        .satisfies(note -> assertThat(note.summary()).doesNotContain("my-verify"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T10:00:00Z, 0, 0",
    "2028-05-01T10:00:00Z, 0, 1",
    "2028-07-29T23:00:00Z, 0, 1",
    "2028-07-30T10:00:00Z, 1, 0",
  })
  void aVersionIsAnnouncedBeforeItEndsAndNamedAfter(Instant at, int findings, int notes)
      throws IOException {
    now = at;
    answers.put(TOKEN, answers.get(TOKEN).replace(DATE + "\r\n", ""));
    SetupReport report = check();
    assertThat(report.findings()).hasSize(findings);
    assertThat(report.notes()).hasSize(notes);
  }

  @ParameterizedTest
  @CsvSource({"v18.0, ended long ago", "v9.0, ended long ago", "v27.0, newer than this release"})
  void aVersionThatIsNotInTheTableIsJudgedByItsNumber(String version, String words) {
    Findings found = new Findings();
    new VersionCheck(Clock.fixed(now, ZoneOffset.UTC)).run("api-version", version, "", found);
    SetupReport report = found.report();
    assertThat(report.summary() + report.notes()).contains(words);
  }

  @Test
  void anotherVersionThatAnswersIsNoted() throws IOException {
    String header = DATE + "\r\nfacebook-api-version: v26.0";
    answers.put(
        TOKEN, Graph.answer(200, header, data("\"is_valid\": true, \"scopes\": [\"read\"]")));
    assertThat(check().notes())
        .singleElement()
        .satisfies(note -> assertThat(note.problem()).contains("v25.0", "v26.0"));
  }

  @ParameterizedTest
  @CsvSource({"59, 0, 0", "-59, 0, 0", "61, 0, 1", "-61, 0, 1", "300, 1, 0", "-301, 1, 0"})
  void aWrongClockIsNotedAndAVeryWrongOneIsAFinding(int seconds, int findings, int notes)
      throws IOException {
    now = Graph.NOW.plusSeconds(seconds);
    SetupReport report = check();
    assertThat(report.findings()).hasSize(findings);
    assertThat(report.notes()).hasSize(notes);
  }

  private void ends(Duration later) {
    long end = Graph.NOW.plus(later).getEpochSecond();
    token("\"is_valid\": true, \"expires_at\": %d, \"scopes\": [\"read\"]".formatted(end));
  }

  private void token(String parts) {
    answers.put(TOKEN, Graph.answer(200, DATE, data(parts)));
  }

  private static String data(String parts) {
    return "{\"data\": {\"app_id\": \"77\", " + parts + "}}";
  }

  private SetupReport check() throws IOException {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    try (Graph graph = Graph.routing(answers, clock)) {
      Findings found = new Findings();
      new GraphSetup(graph.api, clock)
          .check(Optional.of(Graph.ACCESS), secrets, new Wanted(appId, List.of("read")), found);
      assertThat(found.report().toString()).doesNotContain(Graph.TOKEN, Graph.APP_SECRET);
      return found.report();
    }
  }
}
