// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Refusal.Category;
import dev.gapless.api.SetupReport;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetupCheckTest {
  private static final String APP = "5550123";
  private static final String ACCOUNT = Samples.BUSINESS_ACCOUNT;
  private static final String NUMBER = Samples.ACCOUNT;
  private static final String TOKEN = "GET /v25.0/debug_token";
  private static final String FIELDS = "/v25.0/" + APP + "/subscriptions";
  private static final String APPS = "/v25.0/" + ACCOUNT + "/subscribed_apps";
  private static final String NUMBERS = "GET /v25.0/" + ACCOUNT + "/phone_numbers";
  private static final String OURS =
      "{\"whatsapp_business_api_data\": {\"id\": \"" + APP + "\", \"name\": \"Ada's app\"}}";
  private static final String OTHERS =
      "{\"whatsapp_business_api_data\": {\"id\": \"5550999\", \"name\": \"Ben's app\"}}";

  private final GraphStub platform = new GraphStub();
  private final Map<String, String> settings =
      new HashMap<>(
          Map.of("waba-id", ACCOUNT, "phone-number-ids", NUMBER, "app-secret", "0a".repeat(16)));
  private Clock clock = Clock.systemUTC();

  SetupCheckTest() throws IOException {
    platform.on(
        TOKEN,
        GraphStub.json(
            200,
            """
            {"data": {"app_id": "%s", "is_valid": true, "expires_at": 0, "scopes":
              ["whatsapp_business_messaging", "whatsapp_business_management"]}}
            """
                .formatted(APP)));
    platform.on("GET /v25.0/" + APP, GraphStub.json(200, "{\"id\": \"" + APP + "\"}"));
    fields("\"messages\", {\"name\": \"user_id_update\", \"version\": \"v25.0\"}");
    apps(OTHERS + "," + OURS);
    numbers(number(NUMBER, "CONNECTED", "GREEN"));
  }

  @AfterEach
  void close() {
    platform.close();
  }

  @Test
  void aSoundSetUpHasNeitherFindingsNorNotes() {
    SetupReport report = check();
    assertThat(report.findings()).isEmpty();
    assertThat(report.notes()).isEmpty();
  }

  @Test
  void withoutATokenItCanWorkAndSaysWhatItCannot() {
    settings.put("access-token", "");
    SetupReport report = check();
    assertThat(report.isOk()).isTrue();
    assertThat(report.notes())
        .anySatisfy(
            note -> {
              assertThat(note.subject()).isEqualTo("access-token");
              assertThat(note.problem()).contains("webhooks come in");
              assertThat(note.remedy()).contains("whatsapp_business_messaging");
            });
    assertThat(platform.seen()).isEmpty();
  }

  @Test
  void theAppItselfIsAskedEvenWithoutAToken() {
    settings.put("access-token", "");
    settings.put("app-id", APP);
    fields("\"flows\"");
    assertThat(check().summary()).contains("subscribed field messages: missing");
  }

  @Test
  void aTokenThatIsNotTakenIsNamed() {
    platform.on(TOKEN, GraphStub.error(400, 190, 460));
    assertThat(check().findings())
        .as("one finding, not one for each question")
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.category()).isEqualTo(Category.AUTHENTICATION);
              assertThat(finding.subject()).isEqualTo("access-token");
              assertThat(finding.problem()).contains("password");
            });
  }

  @Test
  void missingPermissionsAreNamed() {
    platform.on(TOKEN, GraphStub.json(200, "{\"data\": {\"is_valid\": true, \"scopes\": []}}"));
    assertThat(check().summary())
        .contains(
            "permission whatsapp_business_messaging", "permission whatsapp_business_management");
  }

  @Test
  void aSecretOfAnotherAppIsNamed() {
    platform.on("GET /v25.0/" + APP, GraphStub.error(400, 190, 0));
    assertThat(check().summary()).contains("app-secret: the platform does not know it");
  }

  @Test
  void aMissingFieldIsNamedWithItsPlace() {
    fields("\"user_id_update\"");
    assertThat(check().summary())
        .isEqualTo(
            "subscribed field messages: missing. Subscribe to it: app dashboard, WhatsApp,"
                + " Configuration, Webhook fields");
    fields("\"messages\"");
    SetupReport report = check();
    assertThat(report.isOk()).isTrue();
    assertThat(report.notes()).singleElement().asString().contains("user_id_update");
  }

  @Test
  void anAccountThatDoesNotSendToOurAppIsNamed() {
    apps(OTHERS);
    assertThat(check().summary()).contains("subscription of the business account: its events");
  }

  @Test
  void anAddressOfTheAccountsOwnIsNoted() {
    apps("{\"override_callback_uri\": \"https://x.example\", " + OURS.substring(1));
    SetupReport report = check();
    assertThat(report.isOk()).isTrue();
    assertThat(report.notes()).singleElement().asString().contains("address of its own");
  }

  @Test
  void aNumberOfAnotherAccountIsNamed() {
    numbers(number("5550999", "BANNED", "RED"));
    assertThat(check().findings())
        .singleElement()
        .asString()
        .contains(NUMBER, "does not belong", "phone-number-ids or waba-id");
  }

  @Test
  void numbersOfEveryPageAreLookedAt() {
    String page =
        """
        {"data": [%s], "paging": {"next": "https://x/y?access_token=parrot&after=two"}}
        """
            .formatted(number("5550999", "CONNECTED", "GREEN"));
    platform.on(
        NUMBERS,
        exchange -> {
          boolean second = exchange.getRequestURI().getRawQuery().contains("after=two");
          String last = "{\"data\": [" + number(NUMBER, "CONNECTED", "GREEN") + "]}";
          GraphStub.json(200, second ? last : page).to(exchange);
        });
    assertThat(check().isOk()).isTrue();
    assertThat(platform.seen()).noneMatch(request -> request.contains("parrot"));
  }

  @ParameterizedTest
  @CsvSource({
    "CONNECTED, GREEN, 0, 0",
    "CONNECTED, RED, 0, 1",
    "BANNED, GREEN, 1, 0",
    "MIGRATED, UNKNOWN, 1, 0",
    "RESTRICTED, YELLOW, 0, 1",
    "SOMETHING_NEW, NEWER, 0, 0",
  })
  void whatThePlatformThinksOfANumberIsTold(
      String status, String quality, int findings, int notes) {
    numbers(number(NUMBER, status, quality));
    SetupReport report = check();
    assertThat(report.findings()).hasSize(findings);
    assertThat(report.notes()).hasSize(notes);
  }

  @Test
  void withoutTheAccountEachNumberIsAskedForByItself() {
    settings.put("waba-id", "");
    platform.on("GET /v25.0/" + NUMBER, GraphStub.json(200, number(NUMBER, "BANNED", "GREEN")));
    SetupReport report = check();
    assertThat(report.summary()).contains("is banned");
    assertThat(report.notes()).singleElement().asString().contains("waba-id", "not checked");
  }

  @Test
  void aNumberThatDoesNotExistIsNamed() {
    settings.put("waba-id", "");
    assertThat(check().summary()).contains("phone number id " + NUMBER, "gone (803)");
  }

  @Test
  void aWrongClockIsNamed() {
    clock = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
    assertThat(check().summary()).contains("clock: is 3", "s behind the platform's", "NTP");
  }

  @Test
  void aVersionThatEndedIsNamed() {
    settings.put("api-version", "v19.0");
    assertThat(check().summary()).contains("api-version: v19.0 ended on 2026-05-21");
  }

  @Test
  void mendsTheSubscriptionsAndLooksAgain() {
    apps(OTHERS);
    fields("\"flows\"");
    platform.on(
        "POST " + APPS,
        exchange -> {
          apps(OTHERS + "," + OURS);
          GraphStub.json(200, "{\"success\": true}").to(exchange);
        });
    platform.on(
        "POST " + FIELDS,
        exchange -> {
          fields("\"messages\", \"user_id_update\"");
          GraphStub.json(200, "{\"success\": true}").to(exchange);
        });
    assertThat(repair().isOk()).isTrue();
    assertThat(posts())
        .hasSize(2)
        .anySatisfy(post -> assertThat(post).contains("POST " + APPS))
        .anySatisfy(
            post ->
                assertThat(post)
                    .contains("object=whatsapp_business_account")
                    .contains("verify_token=" + Samples.TOKEN)
                    .contains("fields=flows%2Cmessages%2Cuser_id_update"));
  }

  @Test
  void mendsNothingThatIsWhole() {
    assertThat(repair().isOk()).isTrue();
    assertThat(posts()).isEmpty();
  }

  @Test
  void saysWhatCouldNotBeMended() {
    apps(OTHERS);
    platform.on("POST " + APPS, GraphStub.error(403, 200, 0));
    assertThat(repair().summary())
        .contains("subscription of the business account: setup (200)", "permission");
  }

  @Test
  void neitherCheckNorRepairSings() {
    apps(OTHERS);
    platform.on(NUMBERS, GraphStub.error(500, 2, 0));
    platform.on("GET " + FIELDS, GraphStub.error(400, 100, 0));
    assertThat(check().toString() + repair())
        .doesNotContain(GraphStub.TOKEN, "0a0a0a", Samples.TOKEN, "canary", "447700", "Ada", "Ben");
  }

  private List<String> posts() {
    return platform.seen().stream().filter(request -> request.startsWith("POST")).toList();
  }

  private SetupReport check() {
    try (WhatsAppConnector connector = platform.connector(settings, clock)) {
      return connector.checkSetup();
    }
  }

  private SetupReport repair() {
    try (WhatsAppConnector connector = platform.connector(settings, clock)) {
      return connector.repairSetup();
    }
  }

  private void fields(String fields) {
    platform.on(
        "GET " + FIELDS,
        GraphStub.json(
            200,
            """
            {"data": [{"object": "whatsapp_business_account", "active": true,
              "callback_url": "https://me.example/hook", "fields": [%s]}]}
            """
                .formatted(fields)));
  }

  private void apps(String apps) {
    platform.on("GET " + APPS, GraphStub.json(200, "{\"data\": [" + apps + "]}"));
  }

  private void numbers(String numbers) {
    platform.on(NUMBERS, GraphStub.json(200, "{\"data\": [" + numbers + "]}"));
  }

  private static String number(String id, String status, String quality) {
    return "{\"id\": \"%s\", \"status\": \"%s\", \"quality_rating\": \"%s\"}"
        .formatted(id, status, quality);
  }
}
