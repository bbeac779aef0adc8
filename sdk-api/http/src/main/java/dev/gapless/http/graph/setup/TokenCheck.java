// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph.setup;

import dev.gapless.http.graph.GraphAccess;
import dev.gapless.http.graph.GraphAnswer;
import dev.gapless.http.graph.GraphApi;
import dev.gapless.http.graph.GraphOptions;
import dev.gapless.http.graph.TokenFacts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Asks the platform about the token: whether it is taken, until when, for what and for whom. */
final class TokenCheck {
  private static final String SUBJECT = GraphOptions.ACCESS_TOKEN;
  private static final Duration EARLY = Duration.ofDays(14);
  private static final String RENEW =
      "Make a new token; a system user's can be made without an end";

  private final GraphApi api;
  private final Clock clock;

  TokenCheck(GraphApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  /** Answers what the platform said about the token, be it good or not. */
  Optional<GraphAnswer> run(GraphAccess token, Wanted wanted, Findings found) {
    Optional<GraphAnswer> answer = found.answered(SUBJECT, api.inspect(token));
    answer.map(TokenFacts::of).ifPresent(facts -> check(facts, wanted, found));
    return answer;
  }

  private void check(TokenFacts facts, Wanted wanted, Findings found) {
    if (facts.invalid().isPresent()) {
      found.refused(SUBJECT, facts.invalid().get());
      return;
    }
    facts.ends().ifPresent(end -> ends("the token", end, found));
    facts.dataEnds().ifPresent(end -> ends("the consent to read data with the token", end, found));
    found.missing(
        "permission",
        wanted.scopes(),
        facts.scopes(),
        "Grant it to the app and to whoever makes the token, then make a new one");
    wanted
        .appId()
        .filter(id -> facts.appId().filter(own -> !own.equals(id)).isPresent())
        .ifPresent(
            id ->
                found.problem(
                    SUBJECT,
                    "made for another app than app-id " + id,
                    "Make one for this app, or correct " + GraphOptions.APP_ID));
  }

  private void ends(String what, Instant end, Findings found) {
    Instant now = clock.instant();
    String day = " on " + end.atOffset(ZoneOffset.UTC).toLocalDate() + " (UTC)";
    if (!end.isAfter(now)) {
      found.problem(SUBJECT, what + " ended" + day, RENEW);
    } else if (end.isBefore(now.plus(EARLY))) {
      found.note(SUBJECT, what + " ends" + day, RENEW);
    }
  }
}
