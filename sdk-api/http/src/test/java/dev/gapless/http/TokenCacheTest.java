// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TokenCacheTest {
  private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
  private static final Refusal NO =
      Refusal.of(Refusal.Category.AUTHENTICATION, Refusal.Scope.CONNECTION, "no", "no");

  private Instant now = START;
  private final AtomicInteger asked = new AtomicInteger();
  private Duration life = Duration.ofHours(1);
  private boolean refusing;

  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  private final TokenCache cache = new TokenCache(this::issue, clock);

  private TokenAnswer issue() {
    int number = asked.incrementAndGet();
    return refusing
        ? new TokenAnswer.Refused(NO)
        : new TokenAnswer.Granted(new Token("t" + number, now.plus(life)));
  }

  @Test
  void keepsATokenUntilShortlyBeforeItsEnd() {
    assertThat(value(cache.token())).isEqualTo("t1");
    now = START.plus(Duration.ofMinutes(58));
    assertThat(value(cache.token())).isEqualTo("t1");
    now = START.plus(Duration.ofMinutes(59));
    assertThat(value(cache.token())).isEqualTo("t2");
  }

  @Test
  void aShortLivedTokenIsKeptForMostOfItsLife() {
    life = Duration.ofSeconds(50);
    cache.token();
    now = START.plusSeconds(39);
    assertThat(value(cache.token())).isEqualTo("t1");
    now = START.plusSeconds(40);
    assertThat(value(cache.token())).isEqualTo("t2");
  }

  @Test
  void aFailedEarlyRenewalIsNotRepeatedBeforeTheEnd() {
    cache.token();
    refusing = true;
    now = START.plus(Duration.ofMinutes(59));
    assertThat(value(cache.token())).isEqualTo("t1");
    assertThat(value(cache.token())).isEqualTo("t1");
    assertThat(asked).hasValue(2);
    now = START.plus(Duration.ofHours(1));
    assertThat(cache.token()).isEqualTo(new TokenAnswer.Refused(NO));
  }

  @Test
  void aTokenNamedInvalidIsRenewedOnceForAll() {
    Token first = granted(cache.token());
    assertThat(value(cache.renewed(first))).isEqualTo("t2");
    assertThat(value(cache.renewed(first))).as("a late second complaint").isEqualTo("t2");
    assertThat(asked).hasValue(2);
  }

  @Test
  void anInvalidTokenIsNeverHandedOutAgainWhenRenewalFails() {
    Token first = granted(cache.token());
    refusing = true;
    assertThat(cache.renewed(first)).isEqualTo(new TokenAnswer.Refused(NO));
    assertThat(asked).as("asked once, no loop").hasValue(2);
  }

  @Test
  void eightThreadsShareOneRenewal() throws Exception {
    CountDownLatch hold = new CountDownLatch(1);
    AtomicInteger renewals = new AtomicInteger();
    TokenCache slow =
        new TokenCache(
            () -> {
              renewals.incrementAndGet();
              await(hold);
              return issue();
            },
            clock);
    CyclicBarrier together = new CyclicBarrier(9);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<TokenAnswer>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        answers.add(
            threads.submit(
                () -> {
                  together.await();
                  return slow.token();
                }));
      }
      together.await();
      hold.countDown();
      for (Future<TokenAnswer> answer : answers) {
        assertThat(value(answer.get())).isEqualTo("t1");
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(renewals).hasValue(1);
  }

  @Test
  void printsNoToken() {
    assertThat(cache.token().toString()).doesNotContain("t1");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Token granted(TokenAnswer answer) {
    assertThat(answer).isInstanceOf(TokenAnswer.Granted.class);
    return ((TokenAnswer.Granted) answer).token();
  }

  private static String value(TokenAnswer answer) {
    return granted(answer).value();
  }
}
