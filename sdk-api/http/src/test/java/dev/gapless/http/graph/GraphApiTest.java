// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.Secret;
import dev.gapless.http.RawServer;
import dev.gapless.http.signature.HmacSha256;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphApiTest {
  private static final String OK = RawServer.answer(200, "{\"id\": \"1\"}");

  @Test
  void everyCallNamesVersionTokenAndProof() throws IOException {
    try (Graph graph = Graph.answering(OK)) {
      assertThat(graph.get()).isInstanceOf(GraphResult.Answered.class);
      assertThat(graph.server.requests().get(0))
          .startsWith(
              "GET /v25.0/me?appsecret_proof="
                  + HmacSha256.hex(Graph.APP_SECRET, Graph.TOKEN)
                  + " HTTP/1.1\r\n")
          .contains("Authorization: Bearer " + Graph.TOKEN + "\r\n");
    }
  }

  @Test
  void proofIsTheOnePlatformsPublish() {
    // RFC 4231, test case 2.
    assertThat(HmacSha256.hex("Jefe", "what do ya want for nothing?"))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void aRotatedTokenCountsAtOnce() throws IOException {
    Deque<String> tokens = new ArrayDeque<>(List.of("first\n", "second"));
    GraphAccess access = GraphAccess.of(tokens::removeFirst, List::of);
    try (Graph graph = Graph.answering(OK)) {
      graph.api.send(GraphCall.get("me"), access);
      graph.api.send(GraphCall.get("me"), access);
      assertThat(graph.server.requests().get(0)).contains("GET /v25.0/me HTTP", "Bearer first\r\n");
      assertThat(graph.server.requests().get(1)).contains("Bearer second\r\n");
    }
  }

  @Test
  void theAppSpeaksWithItsIdAndSecret() throws IOException {
    try (Graph graph = Graph.answering(OK)) {
      graph.api.send(
          GraphCall.get("me"), GraphAccess.app("77", Secret.of(" " + Graph.APP_SECRET + "\n")));
      assertThat(graph.server.requests().get(0))
          .contains("Bearer 77|" + Graph.APP_SECRET + "\r\n")
          .doesNotContain("appsecret_proof");
    }
  }

  @Test
  void escapesPathAndParameters() throws IOException {
    try (Graph graph = Graph.answering(OK)) {
      GraphCall call =
          GraphCall.get("a/../b?c", "müll&x").with("fields", "id,name{a}").with("q", "1+1=2 &");
      graph.api.send(call, GraphAccess.of(Secret.of("t"), List::of));
      assertThat(graph.server.requests().get(0))
          .startsWith(
              "GET /v25.0/a%2F..%2Fb%3Fc/m%C3%BCll%26x?fields=id%2Cname%7Ba%7D&q=1%2B1%3D2%20%26"
                  + " HTTP/1.1");
    }
  }

  @Test
  void parametersOfAPostStandInItsBody() throws IOException {
    try (Graph graph = Graph.answering(OK)) {
      graph.api.send(GraphCall.post("1", "subscribed_apps").with("a", "b c"), Graph.ACCESS);
      assertThat(graph.server.requests().get(0))
          .startsWith("POST /v25.0/1/subscribed_apps HTTP/1.1")
          .contains("application/x-www-form-urlencoded")
          .contains("\r\n\r\na=b%20c&appsecret_proof=");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", ".."})
  void noPartOfAPathIsEmptyOrOnlyDots(String part) {
    assertThatThrownBy(() -> GraphCall.get("1", part)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"canary\ntoken", "canary token", "canarytökén", " "})
  void aTokenThatCannotBeSentIsNamedButNotQuoted(String token) throws IOException {
    try (Graph graph = Graph.answering(OK)) {
      GraphResult result =
          graph.api.send(GraphCall.get("me"), GraphAccess.of(Secret.of(token), List::of));
      Refusal refusal = ((GraphResult.Refused) result).refusal();
      assertThat(refusal.category()).isEqualTo(Category.SETUP);
      assertThat(refusal.summary()).contains("access token").doesNotContain("canary");
      assertThat(graph.server.requests()).isEmpty();
    }
  }

  @Test
  void aSecretThatCannotBeHadIsARefusal() throws IOException {
    Secret gone =
        () -> {
          throw new ConfigurationException("the file /run/token does not exist. Create it");
        };
    try (Graph graph = Graph.answering(OK)) {
      GraphResult result = graph.api.send(GraphCall.get("me"), GraphAccess.of(gone, List::of));
      assertThat(((GraphResult.Refused) result).refusal().detail()).contains("/run/token");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, 190, 463, AUTHENTICATION, CONNECTION",
    "400, 190,   0, AUTHENTICATION, CONNECTION",
    "400,   4,   0, THROTTLED,      CONNECTION",
    "400,  17,   0, THROTTLED,      CONNECTION",
    "403,  32,   0, THROTTLED,      CONNECTION",
    "400, 613,   0, THROTTLED,      CONNECTION",
    "400, 80001, 0, THROTTLED,      CONNECTION",
    "400,  10,   0, SETUP,          CONNECTION",
    "403, 200,   0, SETUP,          CONNECTION",
    "400, 299,   0, SETUP,          CONNECTION",
    "500,   2,   0, TRANSIENT,      ENTRY",
    "400, 100,  33, GONE,           ENTRY",
    "400, 100,   0, INVALID,        ENTRY",
    "200, 190,   0, AUTHENTICATION, CONNECTION",
    "400, 999999, 0, INVALID,       ENTRY",
    "503, 999999, 0, TRANSIENT,     ENTRY",
  })
  void theCodeDecidesBeforeTheStatus(
      int status, int code, int subcode, Category category, Scope scope) throws IOException {
    String body = Graph.error("\"code\": %d, \"error_subcode\": %d".formatted(code, subcode));
    Refusal refusal = Graph.refusal(RawServer.answer(status, body));
    assertThat(refusal.category()).isEqualTo(category);
    assertThat(refusal.scope()).isEqualTo(scope);
    assertThat(refusal.code()).startsWith(String.valueOf(code));
    assertThat(refusal.detail()).contains(". ").doesNotContain("+44");
  }

  @Test
  void anUnknownErrorThatThePlatformCallsPassingIsTriedAgain() throws IOException {
    String body = Graph.error("\"code\": 424242, \"is_transient\": true, \"fbtrace_id\": \"Ab-1\"");
    Refusal refusal = Graph.refusal(RawServer.answer(400, body));
    assertThat(refusal.category()).isEqualTo(Category.TRANSIENT);
    assertThat(refusal.detail()).contains("trace Ab-1");
  }

  @Test
  void aTraceThatIsNoneIsLeftOut() throws IOException {
    String body = Graph.error("\"code\": 1, \"fbtrace_id\": \"+44 7700\"");
    assertThat(Graph.refusal(RawServer.answer(500, body)).detail()).doesNotContain("trace", "44");
  }

  @Test
  void whatThePlatformAsksForGoesBeforeTheTablesWait() throws IOException {
    String header =
        "X-Business-Use-Case-Usage: {\"42\":[{\"type\":\"pages\",\"call_count\":100,"
            + "\"estimated_time_to_regain_access\":19}]}";
    String body = Graph.error("\"code\": 80001");
    assertThat(Graph.refusal(Graph.answer(400, header, body)).retryAfter())
        .contains(Duration.ofMinutes(19));
    assertThat(Graph.refusal(RawServer.answer(400, body)).retryAfter())
        .contains(Duration.ofHours(1));
  }

  @ParameterizedTest
  @CsvSource({
    "200, '<html>Log in</html>', OUTAGE, Check graph-url",
    "200, '',                    OUTAGE, Check graph-url",
    "200, '42',                  OUTAGE, Check graph-url",
    "302, '',                    SETUP,  not followed",
    "502, '<html>',              OUTAGE, down",
    "401, '<html>',              AUTHENTICATION, token",
    "403, '',                    SETUP,  rights",
    "404, '',                    GONE,   nothing",
    "429, '',                    THROTTLED, calls",
  })
  void whatIsNotThePlatformsAnswerIsNoSuccess(
      int status, String body, Category category, String words) throws IOException {
    Refusal refusal = Graph.refusal(RawServer.answer(status, body));
    assertThat(refusal.category()).isEqualTo(category);
    assertThat(refusal.detail()).contains(words);
  }

  @Test
  void tooLongAnAnswerIsNoSuccess() throws IOException {
    String body = "{\"a\": \"" + "x".repeat(3000) + "\"}";
    Refusal refusal = Graph.refusal(RawServer.answer(200, body));
    assertThat(refusal.category()).isEqualTo(Category.INVALID);
    assertThat(refusal.scope()).isEqualTo(Scope.BATCH);
  }

  @Test
  void namesTheVersionAndTheClockThatAnswered() throws IOException {
    String headers = "facebook-api-version: v26.0\r\nDate: Sun, 22 Nov 2026 10:00:07 GMT";
    try (Graph graph = Graph.answering(Graph.answer(200, headers, "{}"))) {
      GraphAnswer answer = ((GraphResult.Answered) graph.get()).answer();
      assertThat(answer.version()).contains("v26.0");
      assertThat(answer.date()).contains(Graph.NOW.plusSeconds(7));
    }
  }
}
