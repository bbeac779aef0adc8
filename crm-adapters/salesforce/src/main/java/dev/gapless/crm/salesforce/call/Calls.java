// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.crm.salesforce.answer.During;
import dev.gapless.crm.salesforce.answer.ErrorTable;
import dev.gapless.crm.salesforce.answer.FaultReader;
import dev.gapless.crm.salesforce.answer.Meaning;
import dev.gapless.crm.salesforce.call.CallResult.Answered;
import dev.gapless.crm.salesforce.call.CallResult.Lost;
import dev.gapless.crm.salesforce.call.CallResult.NotDone;
import dev.gapless.http.HttpAnswer;
import dev.gapless.http.HttpCall;
import dev.gapless.http.HttpConnection;
import dev.gapless.http.HttpOutcome;
import dev.gapless.http.Json;
import dev.gapless.http.RetryAfter;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;

/**
 * Makes calls of the REST interface, within the budget, with a session that is renewed once if it
 * is called invalid. Thread-safe; never repeats what may have been done.
 */
public final class Calls {
  private final HttpConnection http;
  private final Sessions sessions;
  private final Budget budget;
  private final String base;
  private final Clock clock;
  private final CallLog log;

  /**
   * @param version of the interface, as {@code 62.0}
   */
  public Calls(
      HttpConnection http,
      Sessions sessions,
      Budget budget,
      String version,
      Clock clock,
      Logger log) {
    this.http = http;
    this.sessions = sessions;
    this.budget = budget;
    this.base = "/services/data/v" + version;
    this.clock = clock;
    this.log = new CallLog(log, budget);
  }

  /** What an answer to a question is. */
  public sealed interface Reading {
    /** The answer has the form asked for. */
    record Found(JsonNode body) implements Reading {}

    /** There is none, and why. */
    record Refused(Refusal refusal) implements Reading {}
  }

  /** Where the resources of the configured version are. */
  public String base() {
    return base;
  }

  /** The budget that admits calls. */
  public Budget budget() {
    return budget;
  }

  /** How many calls were made, by purpose; tokens not counted, since they cost the org nothing. */
  public Map<String, Long> counts() {
    return log.byLabel();
  }

  /** Tells of all calls once more. */
  public void close() {
    log.sum();
  }

  /**
   * Makes a call that may change something.
   *
   * @param path behind the version, with a slash before it
   */
  public CallResult write(
      Purpose purpose, During during, String method, String path, JsonNode body) {
    return write(purpose, during, method, path, Optional.of(body));
  }

  /** Deletes a record. */
  public CallResult delete(Purpose purpose, String path) {
    return write(purpose, During.UPDATE, "DELETE", path, Optional.empty());
  }

  private CallResult write(
      Purpose purpose, During during, String method, String path, Optional<JsonNode> body) {
    return budget
        .refusal()
        .<CallResult>map(NotDone::new)
        .orElseGet(() -> send(purpose, during, method, base + path, body));
  }

  /**
   * Asks something; an answer of another form is a fault of the set-up.
   *
   * @param path whole, from the first slash on
   * @param body empty for GET
   */
  public Reading read(
      Purpose purpose, String path, Optional<JsonNode> body, Predicate<JsonNode> shape) {
    // The check of the set-up is how the budget is looked at again.
    Optional<Refusal> kept = purpose == Purpose.CHECK ? Optional.empty() : budget.refusal();
    if (kept.isPresent()) {
      return new Reading.Refused(kept.get());
    }
    CallResult result = send(purpose, During.READ, body.isPresent() ? "POST" : "GET", path, body);
    if (result instanceof NotDone notDone) {
      return new Reading.Refused(notDone.refusal());
    } else if (result instanceof Lost lost) {
      return new Reading.Refused(Refusal.of(Category.OUTAGE, Scope.CONNECTION, "", lost.reason()));
    }
    Answered answer = (Answered) result;
    return answer.isSuccess() && shape.test(answer.body())
        ? new Reading.Found(answer.body())
        : new Reading.Refused(refusal(answer, During.READ));
  }

  /** What an answer that is no success means. */
  public static Meaning meaning(Answered answer, During during) {
    return ErrorTable.get().of(answer.faults(), answer.status(), during);
  }

  /** The same as a refusal. */
  public static Refusal refusal(Answered answer, During during) {
    Refusal refusal =
        meaning(answer, during)
            .refusal(ErrorTable.get().decisive(answer.faults(), during), answer.status());
    return answer.retryAfter().map(refusal::retryAfter).orElse(refusal);
  }

  private CallResult send(
      Purpose purpose, During during, String method, String path, Optional<JsonNode> body) {
    Sessions.Answer first = sessions.session();
    if (first instanceof Sessions.Answer.Refused refused) {
      return new NotDone(refused.refusal());
    }
    Session session = ((Sessions.Answer.Open) first).session();
    CallResult result = exchange(purpose, call(session, method, path, body));
    return isInvalid(result, during) ? again(purpose, during, session, method, path, body) : result;
  }

  /** The request was not looked at, so it may be sent once more with a new session. */
  private CallResult again(
      Purpose purpose,
      During during,
      Session invalid,
      String method,
      String path,
      Optional<JsonNode> body) {
    Sessions.Answer renewed = sessions.renewed(invalid);
    if (renewed instanceof Sessions.Answer.Refused refused) {
      return new NotDone(refused.refusal());
    }
    Session session = ((Sessions.Answer.Open) renewed).session();
    CallResult second = exchange(purpose, call(session, method, path, body));
    return isInvalid(second, during) ? new NotDone(refusedAgain()) : second;
  }

  private static Refusal refusedAgain() {
    return Refusal.of(
        Category.AUTHENTICATION,
        Scope.CONNECTION,
        "INVALID_SESSION_ID",
        "Salesforce refused a token that it had just issued. Check the app's scope \"api\", the"
            + " run-as user's rights and address ranges");
  }

  private static boolean isInvalid(CallResult result, During during) {
    return result instanceof Answered answered
        && !answered.isSuccess()
        && meaning(answered, during).then() == Meaning.Then.RENEW;
  }

  private static HttpCall call(
      Session session, String method, String path, Optional<JsonNode> body) {
    HttpCall call =
        HttpCall.of(method, URI.create(session.instance() + path))
            .header("Accept", "application/json")
            .header("Authorization", "Bearer " + session.token().value())
            // Shows up as the origin of changes, by which our own can be told.
            .header("Sforce-Call-Options", "client=gapless");
    return body.map(json -> call.body("application/json", Json.bytes(json))).orElse(call);
  }

  private CallResult exchange(Purpose purpose, HttpCall call) {
    log.count(purpose);
    HttpOutcome outcome = http.send(call);
    if (outcome instanceof HttpOutcome.NotSent notSent) {
      return new NotDone(notSent.refusal());
    } else if (outcome instanceof HttpOutcome.MayHaveArrived lost) {
      return new Lost(lost.reason());
    }
    HttpAnswer answer = ((HttpOutcome.Answered) outcome).answer();
    answer.header("Sforce-Limit-Info").ifPresent(budget::read);
    log.answered(purpose, answer.status());
    JsonNode body = Json.read(answer.bodyCut() ? new byte[0] : answer.body());
    Answered answered =
        new Answered(
            answer.status(), body, FaultReader.read(answer.body()), RetryAfter.of(answer, clock));
    budget.answered(answered.isSuccess() || !isQuota(answered));
    return answered;
  }

  private static boolean isQuota(Answered answer) {
    return meaning(answer, During.READ).category() == Category.QUOTA;
  }
}
