// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.SetupReport;
import dev.gapless.api.channel.HealthProbe;
import dev.gapless.api.channel.SetupRepair;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SetupCheckTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  private final StubGraph graph = new StubGraph();

  @BeforeEach
  void allIsWell() {
    token(
        Stream.concat(Wishes.PAGE.scopes().stream(), Wishes.INSTAGRAM.scopes().stream()).toList());
    graph.object("77", "{\"id\": \"77\"}");
    app("page", Wishes.PAGE.fields());
    page(Wishes.PAGE.fields());
  }

  @AfterEach
  void stop() {
    graph.close();
  }

  @Test
  void aSetUpThatIsRightHasNoFinding() {
    // The stub's clock is that of this machine, the connector's is not.
    assertThat(check().findings()).filteredOn(one -> !one.subject().equals("clock")).isEmpty();
  }

  @Test
  void everyMissingPermissionAndFieldIsNamedWithItsRemedy() {
    token(List.of("pages_show_list"));
    page(List.of("feed", "messages"));
    app("page", List.of("feed"));
    SetupReport report = check();
    assertThat(report.summary())
        .contains("permission pages_messaging")
        .contains("subscribed field ratings")
        .contains("page 1: subscribed field mention");
    assertThat(report.findings()).allSatisfy(one -> assertThat(one.remedy()).isNotBlank());
  }

  @Test
  void aPageThatThePlatformHasUnsubscribedIsAFindingAndMended() {
    graph.object("1/subscribed_apps", "{\"data\": [{\"id\": \"66\"}]}");
    assertThat(check().summary()).contains("page 1: does not send to the app");
    graph.calls.clear();
    repair();
    StubGraph.Call subscribed =
        graph.calls.stream().filter(call -> call.method().equals("POST")).findFirst().orElseThrow();
    assertThat(subscribed.path()).isEqualTo("1/subscribed_apps");
    assertThat(subscribed.parameters().get("subscribed_fields").split(","))
        .containsExactlyInAnyOrderElementsOf(Wishes.PAGE.fields());
  }

  @Test
  void mendingKeepsWhatSomebodyElseSubscribedTo() {
    page(List.of("feed", "leadgen"));
    app("page", List.of("feed", "leadgen"));
    repair();
    List<StubGraph.Call> posts =
        graph.calls.stream().filter(call -> call.method().equals("POST")).toList();
    assertThat(posts).hasSize(2);
    assertThat(posts.get(0).path()).isEqualTo("77/subscriptions");
    assertThat(posts.get(0).parameters().get("fields")).contains("leadgen", "ratings");
    assertThat(posts.get(1).parameters().get("subscribed_fields")).contains("leadgen", "ratings");
  }

  @Test
  void checkingChangesNothing() {
    page(List.of());
    check();
    assertThat(graph.calls).allMatch(call -> call.method().equals("GET"));
  }

  @Test
  void anEndedTokenIsSaidWithItsRemedy() {
    graph.object(
        "debug_token",
        "{\"data\": {\"is_valid\": false, \"error\": {\"code\": 190, \"subcode\": 463}}}");
    assertThat(check().summary()).contains("190/463", "Make a new token");
  }

  @Test
  void withoutATokenOnlyWhatNeedsNoneIsLookedAt() {
    HealthProbe probe =
        (HealthProbe)
            Samples.connector(Map.of("pages", "1", "graph-url", graph.url(), "app-secret", SECRET));
    SetupReport report = probe.checkSetup();
    assertThat(graph.calls).isEmpty();
    assertThat(report.notes())
        .anySatisfy(one -> assertThat(one.subject()).isEqualTo("access-token"));
  }

  @Test
  void instagramHasASubscriptionOfItsOwn() {
    HealthProbe probe =
        (HealthProbe) Samples.connector(settings(Map.of("instagram-accounts", "9@1")));
    assertThat(probe.checkSetup().summary()).contains("none to instagram");
  }

  private void token(List<String> scopes) {
    graph.object(
        "debug_token",
        "{\"data\": {\"is_valid\": true, \"app_id\": \"77\", \"expires_at\": 0, \"scopes\": [%s]}}"
            .formatted(quoted(scopes)));
  }

  private void app(String object, List<String> fields) {
    graph.object(
        "77/subscriptions",
        """
        {"data": [{"object": "%s", "active": true, "callback_url": "https://host.example/hook",
          "fields": [%s]}]}
        """
            .formatted(object, quoted(fields)));
  }

  private void page(List<String> fields) {
    graph.object(
        "1/subscribed_apps",
        "{\"data\": [{\"id\": \"66\"}, {\"id\": \"77\", \"subscribed_fields\": [%s]}]}"
            .formatted(quoted(fields)));
  }

  private static String quoted(List<String> words) {
    return words.stream().map(word -> '"' + word + '"').collect(Collectors.joining(","));
  }

  private SetupReport check() {
    return ((HealthProbe) Samples.connector(settings(Map.of()))).checkSetup();
  }

  private SetupReport repair() {
    return ((SetupRepair) Samples.connector(settings(Map.of()))).repairSetup();
  }

  private Map<String, String> settings(Map<String, String> more) {
    Map<String, String> settings = new java.util.HashMap<>();
    settings.put("pages", "1");
    settings.put("app-id", "77");
    settings.put("app-secret", SECRET);
    settings.put("access-token", StubGraph.TOKEN);
    settings.put("graph-url", graph.url());
    settings.putAll(more);
    return settings;
  }
}
