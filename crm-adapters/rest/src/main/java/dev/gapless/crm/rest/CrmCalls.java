// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.crm.rest.CallResult.Answered;
import dev.gapless.crm.rest.CallResult.Lost;
import dev.gapless.crm.rest.CallResult.NotDone;
import dev.gapless.crm.rest.Credentials.Credential;
import dev.gapless.crm.rest.preset.Request;
import dev.gapless.crm.rest.template.Rendering;
import dev.gapless.crm.rest.template.Target;
import dev.gapless.crm.rest.template.TextTemplate;
import dev.gapless.crm.rest.template.Values;
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
import java.util.stream.Collectors;

/** Makes calls as a preset describes them, with the credential, and renews that once if need be. */
final class CrmCalls {
  private final HttpConnection http;
  private final String base;
  private final Credentials credentials;
  private final RequestLimit limit;
  private final Rendering rendering;
  private final Clock clock;

  CrmCalls(
      HttpConnection http,
      String base,
      Credentials credentials,
      RequestLimit limit,
      Rendering rendering,
      Clock clock) {
    this.limit = limit;
    this.http = http;
    this.base = base;
    this.credentials = credentials;
    this.rendering = rendering;
    this.clock = clock;
  }

  CallResult call(Request request, Values values) {
    return call(request, values, Optional.empty());
  }

  /**
   * @param content the body, if it is no JSON
   */
  CallResult call(Request request, Values values, Optional<Content> content) {
    HttpCall rendered = render(request, values);
    HttpCall call = content.map(body -> rendered.body(body.type(), body.bytes())).orElse(rendered);
    Credentials.Answer credential = credentials.credential();
    if (credential instanceof Credentials.Refused refused) {
      return new NotDone(refused.refusal());
    }
    Credential shown = (Credential) credential;
    CallResult first = send(call, shown);
    return first instanceof Answered answered && credentials.isInvalid(answered)
        ? again(call, shown)
        : first;
  }

  /** The whole address of a request. */
  String address(Request request, Values values) {
    return base + request.path().render(values, rendering, Target.ADDRESS);
  }

  /** The CRM did not look at the request, so it may be sent once more with a new token. */
  private CallResult again(HttpCall call, Credential invalid) {
    Credentials.Answer renewed = credentials.renewed(invalid);
    if (renewed instanceof Credentials.Refused refused) {
      return new NotDone(refused.refusal());
    }
    CallResult second = send(call, (Credential) renewed);
    return second instanceof Answered answered && credentials.isInvalid(answered)
        ? new NotDone(refusedAgain())
        : second;
  }

  private static Refusal refusedAgain() {
    return Refusal.of(
        Category.AUTHENTICATION,
        Scope.CONNECTION,
        "",
        "the CRM refused a token that it had just issued. Check the rights of these credentials and"
            + " the clocks on both sides");
  }

  private HttpCall render(Request request, Values values) {
    HttpCall call =
        HttpCall.of(request.method(), URI.create(address(request, values)))
            .header("Accept", "application/json");
    for (Map.Entry<String, TextTemplate> header : request.headers().entrySet()) {
      call = call.header(header.getKey(), header.getValue().render(values, rendering, Target.JSON));
    }
    if (request.body().isPresent()) {
      JsonNode body = request.body().get().render(values, rendering);
      return call.body("application/json", Json.bytes(body));
    }
    return request.form().isEmpty()
        ? call
        : call.body("application/x-www-form-urlencoded", form(request, values));
  }

  private byte[] form(Request request, Values values) {
    return request.form().entrySet().stream()
        .map(
            field ->
                Target.ADDRESS.of(field.getKey())
                    + "="
                    + field.getValue().render(values, rendering, Target.ADDRESS))
        .collect(Collectors.joining("&"))
        .getBytes(UTF_8);
  }

  private CallResult send(HttpCall call, Credential credential) {
    Optional<Refusal> tooMany = limit.begin();
    if (tooMany.isPresent()) {
      return new NotDone(tooMany.get());
    }
    try {
      return result(http.send(call.header(credential.header(), credential.text())), clock);
    } finally {
      limit.ended();
    }
  }

  static CallResult result(HttpOutcome outcome, Clock clock) {
    if (outcome instanceof HttpOutcome.Answered answered) {
      HttpAnswer answer = answered.answer();
      JsonNode body = answer.bodyCut() ? MissingNode.getInstance() : Json.read(answer.body());
      return new Answered(
          answer.status(),
          body,
          RetryAfter.of(answer, clock),
          answer.header("Location"),
          clock.instant());
    } else if (outcome instanceof HttpOutcome.NotSent notSent) {
      return new NotDone(notSent.refusal());
    }
    return new Lost(((HttpOutcome.MayHaveArrived) outcome).reason());
  }
}
