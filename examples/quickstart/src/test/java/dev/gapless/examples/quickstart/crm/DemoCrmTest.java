// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import static dev.gapless.examples.quickstart.crm.CrmClient.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.examples.quickstart.crm.CrmClient.Reply;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoCrmTest extends CrmTest {

  @Test
  void givesTokensToItsClientOnly() throws Exception {
    Reply reply = client.requestToken("gapless", "wrong");
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.body()).hasToString("{\"error\":\"invalid_client\"}");
    assertThat(client.requestToken("somebody", "quickstart").status()).isEqualTo(401);

    Reply token = client.requestToken("gapless", "quickstart");
    assertThat(token.body().path("token_type").asText()).isEqualTo("Bearer");
    assertThat(token.body().path("expires_in").asInt()).isEqualTo(3_600);
  }

  @Test
  void wantsATokenForEverythingItKeeps() throws Exception {
    CrmClient stranger = new CrmClient(crm.url());

    assertThat(stranger.get("/api/timeline").errorCode()).isEqualTo("TOKEN_INVALID");
    assertThat(stranger.create(entry("k")).status()).isEqualTo(401);
    assertThat(stranger.get("/api/nothing").status()).isEqualTo(401);
    assertThat(crm.rows()).isEmpty();
  }

  @Test
  void letsTokensExpire() throws Exception {
    time.advance(Duration.ofMinutes(60).minusNanos(1));
    assertThat(client.get("/api/me").status()).isEqualTo(200);
    time.advance(Duration.ofNanos(1));
    assertThat(client.get("/api/me").status()).isEqualTo(401);

    faults(some -> some.tokenLifetime(Duration.ofSeconds(30)));
    client.logIn();
    time.advance(Duration.ofSeconds(29));
    assertThat(client.get("/api/me").status()).isEqualTo(200);
    time.advance(Duration.ofSeconds(1));
    assertThat(client.get("/api/me").errorCode()).isEqualTo("TOKEN_INVALID");
  }

  @Test
  void expiresAllTokensOnceOnDemand() throws Exception {
    faults(some -> some.expireTokensNow(true));
    assertThat(client.get("/api/me").status()).isEqualTo(401);

    client.logIn();
    crm.faults(crm.faults().toBuilder().lockRate(0.1).build());
    assertThat(client.get("/api/me").status()).isEqualTo(200);
  }

  @Test
  void saysWhoIsAskingAndWhatIsSetUp() throws Exception {
    assertThat(client.get("/api/me").body())
        .hasToString(
            """
            {"user":"gapless",\
            "permissions":["persons.read","persons.write","timeline.read","timeline.write"],\
            "fields":["key","personId","channel","kind","action","direction","visibility",\
            "conversation","parent","target","author","text","occurredAt","sequence","revision"]}""");
  }

  @Test
  void countsCallsPerRoute() throws Exception {
    client.create(entry("a"));
    client.create(entry("b"));
    client.call("DELETE", "/api/timeline/T-1", "");
    client.call("DELETE", "/api/timeline/T-2", "");
    client.lookUp("a");
    client.get("/api/timeline");
    client.get("/api/nothing");

    assertThat(crm.calls())
        .isEqualTo(
            Map.of(
                "POST /oauth/token", 1L,
                "POST /api/timeline/batch", 2L,
                "DELETE /api/timeline/{id}", 2L,
                "GET /api/timeline?keys", 1L,
                "GET /api/timeline", 1L,
                "other", 1L));
    assertThat(client.get("/control/calls").body().path("POST /api/timeline/batch").asInt())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"entries\":[",
        "[]",
        "{}",
        "{\"entries\":{}}",
        "{\"entries\":[5]}",
        "{\"entries\":[{\"secret\":\"+4930000001\"}]}",
      })
  void rejectsACallItCannotRead(String body) throws Exception {
    Reply reply = client.call("POST", "/api/timeline/batch", body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body().toString()).doesNotContain("+4930000001");
  }

  @Test
  void namesTheLimitOfABatch() throws Exception {
    ObjectNode[] entries =
        IntStream.range(0, 201).mapToObj(key -> entry("k-" + key)).toArray(ObjectNode[]::new);

    Reply reply = client.create(entries);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body().at("/error/message").asText())
        .isEqualTo("entries must be a list of at most 200");
  }

  @Test
  void answersWithItsLengthSoThatConnectionsAreKept() throws Exception {
    Reply reply = client.get("/api/me");

    assertThat(reply.raw().headers().firstValueAsLong("Content-Length"))
        .hasValue(reply.raw().body().length);
    // Read by the JDK's server; without it every answer on a kept connection takes about 40 ms.
    assertThat(System.getProperty("sun.net.httpserver.nodelay")).isEqualTo("true");
  }

  @Test
  void namesThePortItCannotHave() {
    DemoCrm second = DemoCrm.builder().port(crm.url().getPort()).build();

    assertThatThrownBy(second::start)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot listen on port " + crm.url().getPort());
    second.close();
  }

  @Test
  void keepsItsDataAfterClosing() throws Exception {
    client.create(entry("k"));

    crm.close();

    assertThat(crm.rows()).hasSize(1);
    assertThatThrownBy(() -> client.get("/api/me")).isInstanceOf(ConnectException.class);
  }
}
