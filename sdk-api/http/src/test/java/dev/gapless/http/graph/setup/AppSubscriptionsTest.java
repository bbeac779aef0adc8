// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.SetupReport;
import dev.gapless.api.config.Secret;
import dev.gapless.http.RawServer;
import dev.gapless.http.graph.Graph;
import dev.gapless.http.graph.GraphAccess;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppSubscriptionsTest {
  private static final String GET = "GET /v25.0/77/subscriptions";
  private static final String POST = "POST /v25.0/77/subscriptions";
  private static final List<String> WANTED = List.of("feed", "mention");
  private static final List<String> USEFUL = List.of("ratings");

  private final Map<String, String> answers = new HashMap<>();

  @Test
  void allThereIsNoFinding() throws IOException {
    subscription("true", "{\"name\": \"feed\", \"version\": \"v25.0\"}, \"mention\", \"ratings\"");
    assertThat(check().isOk()).isTrue();
    assertThat(check().notes()).isEmpty();
  }

  @Test
  void aUsefulFieldThatIsMissingIsNoted() throws IOException {
    subscription("true", "\"feed\", \"mention\"");
    assertThat(check().isOk()).isTrue();
    assertThat(check().notes())
        .singleElement()
        .satisfies(note -> assertThat(note.subject()).contains("ratings"));
  }

  @Test
  void namesEachMissingFieldWithThePlaceToMendIt() throws IOException {
    subscription("true", "\"mention\"");
    assertThat(check().summary())
        .isEqualTo("subscribed field feed: missing. Subscribe to it: Webhooks");
  }

  @Test
  void noSubscriptionToTheObjectIsAFinding() throws IOException {
    answers.put(GET, RawServer.answer(200, "{\"data\": [{\"object\": \"user\"}]}"));
    assertThat(check().summary()).contains("none to page");
  }

  @Test
  void oneThatIsSwitchedOffIsAFinding() throws IOException {
    subscription("false", "\"feed\", \"mention\"");
    assertThat(check().summary()).contains("switched off for page");
  }

  @Test
  void aFieldWrittenInAVersionThatEndedIsAFinding() throws IOException {
    subscription("true", "{\"name\": \"feed\", \"version\": \"v20.0\"}, \"mention\"");
    assertThat(check().summary()).contains("version of the field feed: v20.0 ended on 2026-09-24");
  }

  @Test
  void whatCannotBeReadIsAFinding() throws IOException {
    answers.put(GET, RawServer.answer(400, Graph.error("\"code\": 190")));
    assertThat(check().summary()).contains("webhook subscription of the app: authentication (190)");
  }

  @Test
  void addsWhatIsMissingAndKeepsTheRest() throws IOException {
    subscription("true", "\"mention\", \"ratings\"");
    answers.put(POST, RawServer.answer(200, "{\"success\": true}"));
    assertThat(repair())
        .singleElement()
        .satisfies(
            body ->
                assertThat(body)
                    .contains("object=page&callback_url=https%3A%2F%2Fme.example%2Fhook")
                    .contains("&verify_token=our-token&fields=feed%2Cmention%2Cratings")
                    .contains("&include_values=true"));
  }

  @Test
  void changesNothingWhereNothingIsMissingOrNoAddressIsKnown() throws IOException {
    subscription("true", "\"feed\", \"mention\"");
    assertThat(repair()).isEmpty();
    answers.put(GET, RawServer.answer(200, "{\"data\": [{\"object\": \"page\", \"fields\": []}]}"));
    assertThat(repair()).isEmpty();
  }

  private void subscription(String active, String fields) {
    answers.put(
        GET,
        RawServer.answer(
            200,
            """
            {"data": [{"object": "user", "fields": []}, {"object": "page", "active": %s,
              "callback_url": "https://me.example/hook", "fields": [%s]}]}
            """
                .formatted(active, fields)));
  }

  private SetupReport check() throws IOException {
    try (Graph graph = graph()) {
      Findings found = new Findings();
      subscriptions(graph).check("page", WANTED, USEFUL, "Webhooks", found);
      return found.report();
    }
  }

  /** The bodies of the posts made. */
  private List<String> repair() throws IOException {
    try (Graph graph = graph()) {
      Findings found = new Findings();
      subscriptions(graph).addMissing("page", WANTED, Secret.of("our-token\n"), found);
      assertThat(found.report().isOk()).isTrue();
      return graph.server.requests().stream()
          .filter(request -> request.startsWith("POST "))
          .map(request -> request.substring(request.indexOf("\r\n\r\n") + 4))
          .toList();
    }
  }

  private Graph graph() throws IOException {
    return Graph.routing(answers, Clock.fixed(Graph.NOW, ZoneOffset.UTC));
  }

  private static AppSubscriptions subscriptions(Graph graph) {
    GraphAccess app = GraphAccess.app("77", Secret.of(Graph.APP_SECRET));
    return new AppSubscriptions(graph.api, "77", app, Clock.fixed(Graph.NOW, ZoneOffset.UTC));
  }
}
