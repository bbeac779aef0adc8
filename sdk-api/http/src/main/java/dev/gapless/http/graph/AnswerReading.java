// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.http.HttpAnswer;
import dev.gapless.http.RetryAfter;
import dev.gapless.http.payload.Body;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Tells what an answer is: success only if it is whole, JSON, and names no error. */
final class AnswerReading {
  private final Clock clock;

  AnswerReading(Clock clock) {
    this.clock = clock;
  }

  GraphResult read(HttpAnswer answer, GraphUsage usage) {
    JsonNode json = Body.read(answer.body()).json();
    Optional<GraphError> error = GraphError.in(json);
    Optional<Duration> wait = usage.regain().or(() -> RetryAfter.of(answer, clock));
    int status = answer.status();
    if (error.isPresent()) {
      return new GraphResult.Refused(ErrorTable.refusal(error.get(), status, wait), error);
    } else if (status >= 500) {
      return new GraphResult.Lost(outage(status, wait));
    } else if (status >= 300 && status < 400) {
      return new GraphResult.Refused(redirect(), Optional.empty());
    } else if (status >= 400) {
      return new GraphResult.Refused(ErrorTable.byStatus(status, wait), Optional.empty());
    } else if (answer.bodyCut()) {
      return new GraphResult.Lost(tooLong());
    }
    return json.isContainerNode()
        ? new GraphResult.Answered(new GraphAnswer(answer, json, usage))
        : new GraphResult.Lost(notJson());
  }

  Optional<Refusal> refusal(HttpAnswer answer) {
    Optional<Duration> wait = RetryAfter.of(answer, clock);
    int status = answer.status();
    return GraphError.in(Body.read(answer.body()).json())
        .map(error -> ErrorTable.refusal(error, status, wait))
        .or(() -> Optional.of(status).filter(s -> s >= 400).map(s -> ErrorTable.byStatus(s, wait)));
  }

  /** A gateway's page instead of the platform's answer: everything there waits. */
  private static Refusal outage(int status, Optional<Duration> wait) {
    Refusal refusal =
        Refusal.of(
            Category.OUTAGE,
            Scope.CONNECTION,
            "HTTP " + status,
            "the platform, or what stands between, is down. Nothing to do");
    return wait.map(refusal::retryAfter).orElse(refusal);
  }

  private static Refusal redirect() {
    return Refusal.of(
        Category.SETUP,
        Scope.CONNECTION,
        "",
        "the call was sent on to another address, which is not followed. Check graph-url, and what"
            + " stands between us and the platform");
  }

  private static Refusal tooLong() {
    return Refusal.of(
        Category.INVALID,
        Scope.BATCH,
        "",
        "the answer is too long to be read. Ask for less at once");
  }

  private static Refusal notJson() {
    return Refusal.of(
        Category.OUTAGE,
        Scope.CONNECTION,
        "",
        "the answer is empty or no JSON, so it is not the platform's. Check graph-url, and what"
            + " stands between us and the platform");
  }
}
