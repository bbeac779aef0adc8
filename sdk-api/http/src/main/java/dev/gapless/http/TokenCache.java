// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Holds one token for many threads. It is renewed by whoever first notices that it is missing,
 * about to expire or named invalid; everybody else waits for that one answer and shares it, be it a
 * token or a refusal. A failed early renewal goes unnoticed while the old token lives.
 *
 * <p>Never loops: {@link #renewed(Token)} asks at most once. A caller whose request is refused with
 * the renewed token too reports that as a refusal.
 */
public final class TokenCache {
  /** A token is renewed this long before its end, or a fifth of its life if that is shorter. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final TokenSource source;
  private final Clock clock;
  private Optional<Token> current = Optional.empty();
  private Instant renewAt = Instant.MIN;
  private Optional<CompletableFuture<TokenAnswer>> running = Optional.empty();

  public TokenCache(TokenSource source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  /** A token that is good by the clock; renews it first if need be. */
  public TokenAnswer token() {
    Optional<Token> fresh = fresh();
    return fresh.isPresent() ? new TokenAnswer.Granted(fresh.get()) : renew();
  }

  /**
   * A token other than the one the server has just named invalid: the one somebody else has renewed
   * meanwhile, or a new one.
   */
  public TokenAnswer renewed(Token invalid) {
    forget(invalid);
    return token();
  }

  private synchronized Optional<Token> fresh() {
    return clock.instant().isBefore(renewAt) ? current : Optional.empty();
  }

  private synchronized void forget(Token invalid) {
    if (current.filter(invalid::equals).isPresent()) {
      current = Optional.empty();
      renewAt = Instant.MIN;
    }
  }

  private TokenAnswer renew() {
    CompletableFuture<TokenAnswer> mine = new CompletableFuture<>();
    CompletableFuture<TokenAnswer> shared = join(mine);
    if (shared == mine) {
      run(mine);
    }
    return shared.join();
  }

  /** Joins the renewal under way, or starts one; a token that came meanwhile will do as well. */
  private synchronized CompletableFuture<TokenAnswer> join(CompletableFuture<TokenAnswer> mine) {
    if (running.isPresent()) {
      return running.get();
    }
    Optional<Token> fresh = fresh();
    if (fresh.isPresent()) {
      return CompletableFuture.completedFuture(new TokenAnswer.Granted(fresh.get()));
    }
    running = Optional.of(mine);
    return mine;
  }

  private void run(CompletableFuture<TokenAnswer> mine) {
    try {
      mine.complete(settle(source.renew()));
    } catch (RuntimeException | Error e) {
      abandon();
      mine.completeExceptionally(e);
    }
  }

  private synchronized void abandon() {
    running = Optional.empty();
  }

  private synchronized TokenAnswer settle(TokenAnswer answer) {
    running = Optional.empty();
    if (answer instanceof TokenAnswer.Granted granted) {
      current = Optional.of(granted.token());
      renewAt = renewAt(granted.token());
      return answer;
    }
    return stillGood().<TokenAnswer>map(TokenAnswer.Granted::new).orElse(answer);
  }

  /** The old token to its very end, without asking early again. */
  private Optional<Token> stillGood() {
    Optional<Token> good = current.filter(token -> clock.instant().isBefore(token.expiresAt()));
    good.ifPresent(token -> renewAt = token.expiresAt());
    return good;
  }

  private Instant renewAt(Token token) {
    if (token.expiresAt().equals(Instant.MAX)) {
      return Instant.MAX;
    }
    Duration life = Duration.between(clock.instant(), token.expiresAt());
    Duration early = life.dividedBy(5);
    return token.expiresAt().minus(early.compareTo(MARGIN) < 0 ? early : MARGIN);
  }
}
