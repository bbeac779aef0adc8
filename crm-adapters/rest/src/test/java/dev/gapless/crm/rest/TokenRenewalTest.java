// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import static dev.gapless.crm.rest.Connections.demo;
import static dev.gapless.crm.rest.Connections.newEntry;
import static dev.gapless.crm.rest.FakeCrm.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.ItemKey;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.api.crm.WriteOutcome.Refused;
import dev.gapless.api.crm.WriteOutcome.Written;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenRenewalTest {
  private static final String TOKEN = "POST /oauth/token";
  private static final String CREATE = "POST /api/timeline/batch";
  private static final FakeCrm.Reply INVALID =
      json(401, "{\"error\":{\"code\":\"TOKEN_INVALID\"}}");

  private final Set<String> invalid = ConcurrentHashMap.newKeySet();
  private FakeCrm crm;

  @BeforeEach
  void open() throws Exception {
    crm = new FakeCrm();
    crm.on(
        CREATE,
        s ->
            invalid.contains(s.header("Authorization"))
                ? INVALID
                : json(200, FakeCrm.results(s, 201)));
  }

  @AfterEach
  void close() {
    crm.close();
  }

  @Test
  void aTokenNamedInvalidIsRenewedOnceByEightThreads() throws Exception {
    RestCrmAdapter adapter = Connections.open(demo(crm));
    adapter.checkSetup();
    invalid.add("Bearer t-1");
    CyclicBarrier together = new CyclicBarrier(8);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Map<ItemKey, WriteOutcome>>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        int number = i;
        answers.add(
            threads.submit(
                () -> {
                  together.await();
                  return adapter.write(List.of(newEntry(number)));
                }));
      }
      for (Future<Map<ItemKey, WriteOutcome>> answer : answers) {
        assertThat(answer.get().values()).singleElement().isInstanceOf(Written.class);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(crm.seen(TOKEN)).hasSize(2);
  }

  @Test
  void aRenewedTokenThatIsRefusedTooIsARefusalAndNoLoop() {
    crm.on(CREATE, s -> INVALID);
    RestCrmAdapter adapter = Connections.open(demo(crm));

    WriteOutcome outcome = adapter.write(List.of(newEntry(1))).get(newEntry(1).key());

    assertThat(((Refused) outcome).refusal().category()).isEqualTo(Category.AUTHENTICATION);
    assertThat(((Refused) outcome).refusal().scope()).isEqualTo(Refusal.Scope.CONNECTION);
    assertThat(crm.seen(CREATE)).hasSize(2);
    assertThat(crm.seen(TOKEN)).hasSize(2);
  }

  @Test
  void aTokenAboutToExpireIsRenewedBeforeTheCall() {
    TestClock clock = new TestClock(Connections.NOW);
    RestCrmAdapter adapter = Connections.open(demo(crm), clock);
    adapter.write(List.of(newEntry(1)));
    clock.advance(Duration.ofMinutes(59));
    adapter.write(List.of(newEntry(2)));

    assertThat(crm.seen(CREATE))
        .extracting(s -> s.header("Authorization"))
        .containsExactly("Bearer t-1", "Bearer t-2");
  }

  @Test
  void aTokenEndpointThatIsDownOrBrokenIsARefusalOfItsKind() {
    RestCrmAdapter adapter = Connections.open(demo(crm));
    Map<FakeCrm.Reply, Category> kinds =
        Map.of(
            json(400, "{\"error\":\"invalid_client\"}"), Category.AUTHENTICATION,
            json(200, "<html>log in</html>"), Category.AUTHENTICATION,
            json(200, "{\"access_token\":\"a\\nb\"}"), Category.AUTHENTICATION,
            json(500, "{}"), Category.OUTAGE,
            json(429, "{}"), Category.THROTTLED,
            FakeCrm.hangUp(), Category.OUTAGE);
    kinds.forEach(
        (reply, category) -> {
          crm.on(TOKEN, s -> reply);
          RestCrmAdapter fresh = Connections.open(demo(crm));
          WriteOutcome outcome = fresh.write(List.of(newEntry(1))).get(newEntry(1).key());
          assertThat(((Refused) outcome).refusal().category()).isEqualTo(category);
        });
    assertThat(crm.seen(CREATE)).isEmpty();
    adapter.close();
  }
}
