// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import static dev.gapless.examples.quickstart.crm.CrmClient.batch;
import static dev.gapless.examples.quickstart.crm.CrmClient.change;
import static dev.gapless.examples.quickstart.crm.CrmClient.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.examples.quickstart.crm.CrmClient.Reply;
import dev.gapless.examples.quickstart.crm.Faults.Outage;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest extends CrmTest {
  private static final String BATCH = "/api/timeline/batch";

  @Test
  void keepsWhatWasWrittenWhenTheAnswerIsDropped() throws Exception {
    faults(some -> some.dropAnswerRate(1));

    assertThatThrownBy(() -> client.create(entry("k"))).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> client.update(change("T-1").put("text", "x")))
        .isInstanceOf(IOException.class);

    assertThat(crm.rows()).extracting(Row::id).containsExactly("T-1");
    assertThat(crm.arrivals())
        .extracting(Arrival::op)
        .containsExactly(Arrival.Op.CREATE, Arrival.Op.UPDATE);
    assertThat(client.lookUp("k").list("entries")).hasSize(1);
  }

  @Test
  void dropsAboutAsManyAnswersAsAsked() throws Exception {
    faults(some -> some.dropAnswerRate(0.3));

    int dropped = 0;
    for (int number = 0; number < 200; number++) {
      dropped += answered("k-" + number) ? 0 : 1;
    }

    assertThat(dropped).isBetween(40, 80);
    assertThat(crm.rows()).hasSize(200);
  }

  private boolean answered(String key) throws InterruptedException {
    try {
      return client.create(entry(key)).status() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void commitsLateAfterTheClientGaveUp() throws Exception {
    faults(some -> some.lateCommitRate(1).lateCommitMax(Duration.ofSeconds(12)));

    giveUpOn("POST", batch(entry("k")));
    assertThat(crm.rows()).isEmpty();
    assertThat(client.lookUp("k").list("entries")).isEmpty();

    time.advance(Duration.ofSeconds(12));
    assertThat(crm.rows())
        .extracting(row -> row.text(Field.KEY).orElseThrow())
        .containsExactly("k");
    assertThat(crm.arrivals().get(0).at())
        .isBetween(time.instant().minusSeconds(12), time.instant());
  }

  @Test
  void losesALateCommitToTheRepeatThatWasFaster() throws Exception {
    faults(some -> some.lateCommitRate(1));
    giveUpOn("POST", batch(entry("k"), entry("l")));
    faults(some -> some);
    client.create(entry("k"));

    time.advance(Duration.ofSeconds(10));

    assertThat(crm.rows())
        .extracting(row -> row.text(Field.KEY).orElseThrow())
        .containsExactly("k", "l");
  }

  @Test
  void writesTwiceWhenALateCommitMeetsItsRepeatAndKeysAreNotEnforced() throws Exception {
    faults(some -> some.lateCommitRate(1).unique(false));
    giveUpOn("POST", batch(entry("k")));
    faults(some -> some.unique(false));
    client.create(entry("k"));

    time.advance(Duration.ofSeconds(10));

    assertThat(crm.rows()).hasSize(2);
  }

  @Test
  void letsALateUpdateOvertakeNewerOnesUnlessSpared() throws Exception {
    client.create(entry("k"));
    faults(some -> some.lateCommitRate(1));
    giveUpOn("PATCH", batch(change("T-1").put("revision", 2)));
    faults(some -> some.lateCommitRate(1).lateUpdates(false));
    assertThat(client.update(change("T-1").put("revision", 3)).statuses()).containsExactly(200);

    time.advance(Duration.ofSeconds(10));

    assertThat(crm.arrivals())
        .extracting(arrival -> arrival.revision().orElse(0))
        .containsExactly(0L, 3L, 2L);
  }

  private void giveUpOn(String method, String body) throws InterruptedException {
    CompletableFuture<Reply> call = client.callLater(method, BATCH, body);
    time.awaitAlarm();
    assertThat(call).isNotDone();
    call.cancel(true);
  }

  @Test
  void takesItsTimePerCallAndPerRow() throws Exception {
    faults(some -> some.latencyPerCall(Duration.ofMillis(50)).latencyPerRow(Duration.ofMillis(2)));
    CompletableFuture<Reply> call = client.callLater("POST", BATCH, batch(entry("a"), entry("b")));
    time.awaitAlarm();

    time.advance(Duration.ofMillis(53));
    assertThat(time.pending()).isEqualTo(1);
    assertThat(crm.rows()).isEmpty();

    time.advance(Duration.ofMillis(1));
    assertThat(time.pending()).isZero();
    assertThat(call).succeedsWithin(Duration.ofMinutes(2)).extracting(Reply::status).isEqualTo(200);
  }

  @Test
  void answersEverythingWith503DuringAnOutage() throws Exception {
    faults(some -> some.outage(Outage.UNAVAILABLE));

    assertThat(client.create(entry("k")).status()).isEqualTo(503);
    assertThat(client.get("/api/me").status()).isEqualTo(503);
    assertThat(client.requestToken("gapless", "quickstart").status()).isEqualTo(503);

    faults(some -> some);
    assertThat(client.create(entry("k")).status()).isEqualTo(200);
  }

  @Test
  void refusesConnectionsAndOpensTheSamePortAgain() throws Exception {
    URI before = crm.url();
    client.create(entry("k"));

    faults(some -> some.outage(Outage.REFUSE));
    assertThatThrownBy(() -> client.create(entry("l"))).isInstanceOf(ConnectException.class);

    faults(some -> some);
    assertThat(crm.url()).isEqualTo(before);
    assertThat(client.create(entry("l")).statuses()).containsExactly(201);
    assertThat(crm.rows()).hasSize(2);
  }

  @Test
  void commitsLateEvenWhileItRefusesConnections() throws Exception {
    faults(some -> some.lateCommitRate(1));
    giveUpOn("POST", batch(entry("k")));
    faults(some -> some.outage(Outage.REFUSE));

    time.advance(Duration.ofSeconds(10));

    assertThat(crm.rows()).hasSize(1);
  }

  @Test
  void endsAnOutageByItself() throws Exception {
    Reply reply =
        client.call(
            "PUT",
            "/control/faults",
            "{\"outage\":\"refuse\",\"outageFor\":\"PT10S\",\"unique\":false}");
    assertThat(reply.status()).isEqualTo(200);
    time.awaitAlarm();
    time.advance(Duration.ofMillis(9_999));
    assertThatThrownBy(() -> client.get("/api/me")).isInstanceOf(ConnectException.class);

    time.advance(Duration.ofMillis(1));
    assertThat(client.get("/api/me").status()).isEqualTo(200);
    assertThat(crm.faults())
        .isEqualTo(Faults.builder().unique(false).outageFor(Duration.ofSeconds(10)).build());
  }

  @Test
  void leavesALaterOutageToItsOwnEnd() throws Exception {
    faults(some -> some.outage(Outage.UNAVAILABLE).outageFor(Duration.ofSeconds(10)));
    time.advance(Duration.ofSeconds(5));
    faults(some -> some.outage(Outage.UNAVAILABLE).outageFor(Duration.ofSeconds(10)));

    time.advance(Duration.ofSeconds(9));
    assertThat(client.get("/api/me").status()).isEqualTo(503);
    time.advance(Duration.ofSeconds(1));
    assertThat(client.get("/api/me").status()).isEqualTo(200);
  }

  @Test
  void rejectsAWholeCallThatNamesARemovedField() throws Exception {
    faults(some -> some.removedField(Field.SEQUENCE));

    Reply create = client.create(entry("a"), entry("b").put("sequence", 1));
    assertThat(create.status()).isEqualTo(400);
    assertThat(create.body())
        .hasToString("{\"error\":{\"code\":\"UNKNOWN_FIELD\",\"field\":\"sequence\"}}");
    assertThat(crm.rows()).isEmpty();
    assertThat(client.create(entry("a")).status()).isEqualTo(200);
    assertThat(client.update(change("T-1").put("sequence", 1)).errorCode())
        .isEqualTo("UNKNOWN_FIELD");
    assertThat(client.get("/api/me").body().path("fields"))
        .hasSize(14)
        .noneMatch(field -> field.asText().equals("sequence"));

    faults(some -> some);
    assertThat(client.get("/api/me").body().path("fields")).hasSize(15);
    assertThat(client.create(entry("b").put("sequence", 1)).status()).isEqualTo(200);
  }

  @Test
  void worksWithoutTheFieldOfTheKey() throws Exception {
    faults(some -> some.removedField(Field.KEY));

    assertThat(client.create(change("x").put("text", "x").without("id")).statuses())
        .containsExactly(201);
    assertThat(client.lookUp("k").errorCode()).isEqualTo("UNKNOWN_FIELD");
  }

  @Test
  void throttlesEveryNthCall() throws Exception {
    faults(some -> some.throttleEvery(3));

    assertThat(IntStream.range(0, 6).map(call -> statusOf("/api/me")).toArray())
        .containsExactly(200, 200, 429, 200, 200, 429);
    faults(some -> some.throttleEvery(1));
    Reply reply = client.get("/api/me");
    assertThat(reply.errorCode()).isEqualTo("RATE_LIMIT");
    assertThat(reply.raw().headers().firstValue("Retry-After")).contains("1");
  }

  private int statusOf(String path) {
    try {
      return client.get(path).status();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void saysWhenTheQuotaIsUsedUp() throws Exception {
    faults(some -> some.quotaUsedUp(true));

    Reply reply = client.create(entry("k"));

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.errorCode()).isEqualTo("REQUEST_LIMIT_EXCEEDED");
    assertThat(crm.rows()).isEmpty();
  }

  @Test
  void locksSomeEntriesAndWritesTheOthers() throws Exception {
    faults(some -> some.lockRate(0.5));

    Reply reply =
        client.create(
            IntStream.range(0, 100)
                .mapToObj(number -> entry("k-" + number))
                .toArray(ObjectNode[]::new));

    long locked = reply.texts("results", "code").stream().filter("RECORD_LOCKED"::equals).count();
    assertThat(locked).isBetween(30L, 70L);
    assertThat(reply.statuses()).containsOnly(201, 423);
    assertThat(crm.rows()).hasSize(100 - (int) locked);
  }

  @Test
  void readsAllFaultsFromJson() throws Exception {
    Reply reply =
        client.call(
            "PUT",
            "/control/faults",
            """
            {"outage":"unavailable","outageFor":"PT1S","unique":false,"dropAnswerRate":0.1,
             "lateCommitRate":0.2,"lateCommitMax":"PT12S","lateUpdates":false,"lookupLag":"PT5S",
             "latencyPerCall":"PT0.05S","latencyPerRow":"PT0.002S","throttleEvery":4,
             "lockRate":0.3,"removedField":"text","quotaUsedUp":true,"tokenLifetime":"PT10M"}""");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(crm.faults())
        .isEqualTo(
            Faults.builder()
                .outage(Outage.UNAVAILABLE)
                .outageFor(Duration.ofSeconds(1))
                .unique(false)
                .dropAnswerRate(0.1)
                .lateCommitRate(0.2)
                .lateCommitMax(Duration.ofSeconds(12))
                .lateUpdates(false)
                .lookupLag(Duration.ofSeconds(5))
                .latencyPerCall(Duration.ofMillis(50))
                .latencyPerRow(Duration.ofMillis(2))
                .throttleEvery(4)
                .lockRate(0.3)
                .removedField(Field.TEXT)
                .quotaUsedUp(true)
                .tokenLifetime(Duration.ofMinutes(10))
                .build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"dropAnswerRate\":1.5} | dropAnswerRate must be from 0 to 1",
        "{\"lookupLag\":\"PT-1S\"} | lookupLag must not be negative",
        "{\"lookuplag\":\"PT1S\"} | unknown fault 'lookuplag'",
        "{\"unique\":1} | unique must be true or false",
        "{\"outage\":\"refuse\"} | say with outageFor when it opens again",
        "{\"tokenLifetime\":\"PT0S\"} | tokenLifetime must be more than nothing",
        "{\"lookupLag\":5} | lookupLag must be a duration such as PT5S",
        "{\"outage\":\"partly\"} | outage must be none, unavailable or refuse",
        "{\"removedField\":\"colour\"} | removedField is no field",
      })
  void namesTheFaultItCannotSwitch(String json, String complaint) throws Exception {
    Reply reply = client.call("PUT", "/control/faults", json);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body().at("/error/message").asText()).contains(complaint);
    assertThat(crm.faults()).isEqualTo(Faults.NONE);
  }
}
