// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import static dev.gapless.crm.salesforce.Connections.newEntry;
import static dev.gapless.crm.salesforce.Connections.refusal;
import static dev.gapless.crm.salesforce.Connections.write;
import static dev.gapless.crm.salesforce.FakeOrg.error;
import static dev.gapless.crm.salesforce.FakeOrg.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.api.crm.WriteOutcome.Written;
import dev.gapless.http.Json;
import java.net.URLDecoder;
import java.security.KeyPair;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SessionTest extends OrgTest {
  private static final FakeOrg.Reply EXPIRED =
      error(401, "INVALID_SESSION_ID", "Session expired or invalid");

  @Test
  void aTokenNamedInvalidIsRenewedOnceByEightThreads() throws Exception {
    SalesforceAdapter adapter = Connections.open(org);
    adapter.checkSetup();
    expire("Bearer " + FakeOrg.TOKEN + 1, EXPIRED);
    CyclicBarrier together = new CyclicBarrier(8);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<WriteOutcome>> outcomes = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        int number = i;
        outcomes.add(
            threads.submit(
                () -> {
                  together.await();
                  return write(adapter, newEntry(number));
                }));
      }
      for (Future<WriteOutcome> outcome : outcomes) {
        assertThat(outcome.get()).isInstanceOf(Written.class);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(org.seen(FakeOrg.LOGIN)).hasSize(2);
  }

  @Test
  void anEmpty401AndTheCodeUnderAnyStatusRenewToo() {
    for (FakeOrg.Reply reply :
        List.of(
            FakeOrg.text(401, "text/html", ""),
            error(400, "INVALID_SESSION_ID", "Session expired or invalid"),
            FakeOrg.text(
                400,
                "application/xml",
                "<error><exceptionCode>InvalidSessionId</exceptionCode></error>"))) {
      SalesforceAdapter adapter = Connections.open(org);
      int before = org.seen(FakeOrg.LOGIN).size();
      expire("Bearer " + FakeOrg.TOKEN + (before + 1), reply);
      assertThat(write(adapter, newEntry(1))).isInstanceOf(Written.class);
      assertThat(org.seen(FakeOrg.LOGIN)).hasSize(before + 2);
    }
  }

  @Test
  void answersThatNeverGetBetterByANewTokenTakeNone() {
    for (FakeOrg.Reply reply :
        List.of(
            error(401, "INVALID_SESSION_ID", "This session is not valid for use with the REST API"),
            error(403, "FORBIDDEN", "Connected app is not attached to Agent"),
            error(403, "INVALID_OPERATION_WITH_EXPIRED_PASSWORD", "The password has expired"),
            error(401, "INVALID_AUTH_HEADER", "INVALID_HEADER_TYPE"))) {
      int before = org.seen(FakeOrg.LOGIN).size();
      org.on(FakeOrg.CREATE, s -> reply);
      Refusal refusal = refusal(Connections.open(org), newEntry(1));
      assertThat(refusal.category()).isEqualTo(Category.AUTHENTICATION);
      assertThat(refusal.scope()).isEqualTo(Refusal.Scope.CONNECTION);
      assertThat(org.seen(FakeOrg.LOGIN)).hasSize(before + 1);
    }
  }

  @Test
  void aNewTokenThatIsRefusedTooIsARefusalAndNoLoop() {
    org.on(FakeOrg.CREATE, s -> EXPIRED);
    Refusal refusal = refusal(Connections.open(org), newEntry(1));
    assertThat(refusal.category()).isEqualTo(Category.AUTHENTICATION);
    assertThat(org.seen(FakeOrg.CREATE)).hasSize(2);
    assertThat(org.seen(FakeOrg.LOGIN)).hasSize(2);
  }

  @Test
  void theInstanceIsTakenAnewWithEachToken() throws Exception {
    try (FakeOrg moved = new FakeOrg()) {
      SalesforceAdapter adapter = Connections.open(org);
      adapter.checkSetup();
      expire("Bearer " + FakeOrg.TOKEN + 1, EXPIRED);
      org.on(FakeOrg.LOGIN, s -> json(200, moved.token(FakeOrg.ORG)));

      assertThat(write(adapter, newEntry(1))).isInstanceOf(Written.class);
      assertThat(moved.seen(FakeOrg.CREATE)).hasSize(1);
    }
  }

  @Test
  void nothingIsWrittenToAnotherOrg() {
    org.on(FakeOrg.LOGIN, s -> json(200, org.token("00D000000000002")));
    Refusal refusal = refusal(Connections.open(org), newEntry(1));
    assertThat(refusal.category()).isEqualTo(Category.SETUP);
    assertThat(refusal.detail()).contains("org-id");
    assertThat(org.seen(FakeOrg.CREATE)).isEmpty();
  }

  @Test
  void aTokenThatLeadsNowhereIsNotUsed() {
    for (String instance :
        List.of(
            "http://evil@localhost:1", "http://localhost:1?x", "ftp://x", "", "not an address")) {
      org.on(FakeOrg.LOGIN, s -> json(200, org.token(FakeOrg.ORG).put("instance_url", instance)));
      assertThat(refusal(Connections.open(org), newEntry(1)).category()).isEqualTo(Category.SETUP);
    }
  }

  @Test
  void aTokenEndpointThatRefusesOrFailsIsARefusalOfItsKind() {
    Map<FakeOrg.Reply, Category> kinds = new HashMap<>();
    kinds.put(json(400, "{\"error\":\"invalid_grant\"}"), Category.AUTHENTICATION);
    kinds.put(json(400, "{\"error\":\"invalid_client\"}"), Category.AUTHENTICATION);
    kinds.put(FakeOrg.text(403, "text/html", "<html>"), Category.AUTHENTICATION);
    kinds.put(json(200, "{\"access_token\":\"a\\nb\"}"), Category.SETUP);
    kinds.put(FakeOrg.text(500, "text/html", "<html>"), Category.OUTAGE);
    kinds.put(json(429, "{}"), Category.THROTTLED);
    kinds.put(com.sun.net.httpserver.HttpExchange::close, Category.OUTAGE);
    kinds.forEach(
        (reply, category) -> {
          org.on(FakeOrg.LOGIN, s -> reply);
          assertThat(refusal(Connections.open(org), newEntry(1)).category()).isEqualTo(category);
        });
    assertThat(org.seen(FakeOrg.CREATE)).isEmpty();
  }

  @Test
  void aKeyProvesItsUserForThreeMinutes() throws Exception {
    KeyPair pair = Keys.pair();
    String pem = Keys.pem(pair);
    SalesforceAdapter adapter =
        Connections.open(
            org,
            "client-secret",
            "",
            "private-key",
            pem,
            "user",
            "gapless@example.com",
            "audience",
            "https://test.salesforce.com");

    assertThat(write(adapter, newEntry(1))).isInstanceOf(Written.class);

    String form = URLDecoder.decode(org.seen(FakeOrg.LOGIN).get(0).body(), UTF_8);
    assertThat(form)
        .startsWith("grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=");
    String[] parts = form.substring(form.lastIndexOf('=') + 1).split("\\.", -1);
    JsonNode claims = Json.read(Base64.getUrlDecoder().decode(parts[1]));
    assertThat(Json.read(Base64.getUrlDecoder().decode(parts[0])).path("alg").asText())
        .isEqualTo("RS256");
    assertThat(claims.path("iss").asText()).isEqualTo("consumer-key");
    assertThat(claims.path("sub").asText()).isEqualTo("gapless@example.com");
    assertThat(claims.path("aud").asText()).isEqualTo("https://test.salesforce.com");
    assertThat(claims.path("exp").asLong()).isEqualTo(Connections.NOW.getEpochSecond() + 180);
    Signature check = Signature.getInstance("SHA256withRSA");
    check.initVerify(pair.getPublic());
    check.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
    assertThat(check.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
  }

  @Test
  void aKeyThatIsNoneIsASetUpFaultWithoutAWordOfIt() {
    SalesforceAdapter adapter =
        Connections.open(
            org, "client-secret", "", "private-key", "canary", "user", "u@example.com");
    Refusal refusal = refusal(adapter, newEntry(1));
    assertThat(refusal.category()).isEqualTo(Category.SETUP);
    assertThat(refusal.detail()).contains("private-key", "openssl").doesNotContain("canary");
  }

  private void expire(String token, FakeOrg.Reply reply) {
    org.on(
        FakeOrg.CREATE,
        s -> s.header("Authorization").equals(token) ? reply : json(200, FakeOrg.rows(s)));
  }
}
