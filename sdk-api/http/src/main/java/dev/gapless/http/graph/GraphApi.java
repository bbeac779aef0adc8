// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph;

import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.api.config.ConfigurationException;
import dev.gapless.http.HttpAnswer;
import dev.gapless.http.HttpCall;
import dev.gapless.http.HttpConnection;
import dev.gapless.http.HttpOutcome;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/**
 * The Graph API in one version. Safe for many threads. Every call carries version, token and proof,
 * is sent once, and never to another address than the configured one. Prints nothing.
 */
public final class GraphApi {
  private final HttpConnection http;
  private final URI base;
  private final String version;
  private final AnswerReading reading;
  private final GraphBudget budget;

  /**
   * @param base address without version and without a slash at its end
   * @param version as {@code v25.0}
   */
  GraphApi(HttpConnection http, URI base, String version, Clock clock) {
    this.http = http;
    this.base = base;
    this.version = version;
    this.reading = new AnswerReading(clock);
    this.budget = new GraphBudget(clock);
  }

  /** Blocks as {@link HttpConnection#send} does; never sleeps or repeats. */
  public GraphResult send(GraphCall call, GraphAccess access) {
    HttpCall ready;
    try {
      String token = access.token();
      ready = GraphAccess.authorize(call.at(base, version, access.proof(token)), token);
    } catch (ConfigurationException e) {
      return new GraphResult.Refused(GraphAccess.refusal(e), Optional.empty());
    }
    return result(http.send(ready.header("Accept", "application/json")));
  }

  /** Asks what a token is good for; read the answer with {@link TokenFacts#of}. */
  public GraphResult inspect(GraphAccess token) {
    try {
      GraphCall call = GraphCall.get("debug_token").with("input_token", token.token());
      return send(call, token);
    } catch (ConfigurationException e) {
      return new GraphResult.Refused(GraphAccess.refusal(e), Optional.empty());
    }
  }

  /**
   * Whether reads that can wait should: after an answer that said that nearly all calls are used
   * up, until they are there again. Sending goes on until the platform says no.
   */
  public Optional<Refusal> pause() {
    return budget.pause();
  }

  /**
   * Why an answer of one of the platform's other hosts is no success: the error it names, else what
   * its status says.
   */
  public Optional<Refusal> refusal(HttpAnswer answer) {
    return reading.refusal(answer);
  }

  /** The version every call names. */
  public String version() {
    return version;
  }

  /** Where all calls go. */
  public URI base() {
    return base;
  }

  private GraphResult result(HttpOutcome outcome) {
    if (outcome instanceof HttpOutcome.NotSent notSent) {
      return new GraphResult.Refused(notSent.refusal(), Optional.empty());
    } else if (outcome instanceof HttpOutcome.MayHaveArrived lost) {
      return new GraphResult.Lost(Refusal.of(Category.OUTAGE, Scope.CONNECTION, "", lost.reason()));
    }
    HttpAnswer answer = ((HttpOutcome.Answered) outcome).answer();
    GraphUsage usage = GraphUsage.of(answer);
    budget.saw(usage);
    return reading.read(answer, usage);
  }
}
