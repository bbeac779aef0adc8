// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.crm.rest.CallResult.Answered;
import dev.gapless.crm.rest.CallResult.NotDone;
import dev.gapless.http.HttpCall;
import dev.gapless.http.HttpConnection;
import dev.gapless.http.Token;
import dev.gapless.http.TokenAnswer;
import dev.gapless.http.TokenCache;
import dev.gapless.http.entry.SafeName;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Collectors;

/** Access tokens of OAuth 2 (RFC 6749), the client named in the form. */
final class OAuthTokens implements Credentials {
  private static final long LONGEST_LIFE_SECONDS = 366L * 24 * 3600;

  private final HeaderText header;
  private final HttpConnection http;
  private final URI address;
  private final Grant grant;
  private final Clock clock;
  private final TokenCache tokens;

  OAuthTokens(HeaderText header, HttpConnection http, URI address, Grant grant, Clock clock) {
    this.header = header;
    this.http = http;
    this.address = address;
    this.grant = grant;
    this.clock = clock;
    this.tokens = new TokenCache(this::ask, clock);
  }

  @Override
  public Answer credential() {
    return shown(tokens.token());
  }

  @Override
  public Answer renewed(Credential invalid) {
    return shown(tokens.renewed(invalid.token()));
  }

  @Override
  public boolean isInvalid(Answered answer) {
    return header
        .authentication()
        .renewWhen()
        .filter(condition -> condition.fits(answer.status(), answer.body()))
        .isPresent();
  }

  private Answer shown(TokenAnswer answer) {
    return answer instanceof TokenAnswer.Granted granted
        ? header.with(granted.token())
        : new Refused(((TokenAnswer.Refused) answer).refusal());
  }

  private TokenAnswer ask() {
    String form =
        grant.form().entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    HttpCall call =
        HttpCall.of("POST", address)
            .header("Accept", "application/json")
            .body("application/x-www-form-urlencoded", form.getBytes(UTF_8));
    CallResult result = CrmCalls.result(http.send(call), clock);
    if (result instanceof Answered answered) {
      return read(answered);
    } else if (result instanceof NotDone notDone) {
      return new TokenAnswer.Refused(notDone.refusal());
    }
    // A token may have been issued and lost; asking again harms nobody.
    return refused(Category.OUTAGE, "", ((CallResult.Lost) result).reason());
  }

  private TokenAnswer read(Answered answered) {
    JsonNode token = answered.body().path("access_token");
    if (answered.status() == 200 && token.isTextual()) {
      grant.granted(answered.body());
      return new TokenAnswer.Granted(new Token(token.textValue(), expiry(answered.body())));
    }
    Refusal usual = Defaults.reading(answered.status(), "the call for a token");
    if (usual.category() == Category.OUTAGE || usual.category() == Category.THROTTLED) {
      return new TokenAnswer.Refused(answered.retryAfter().map(usual::retryAfter).orElse(usual));
    }
    return refused(
        Category.AUTHENTICATION,
        SafeName.of(answered.body().path("error").asText("")),
        "no token was granted (status "
            + answered.status()
            + "). Check client-id, client-secret, refresh-token and the address");
  }

  private Instant expiry(JsonNode body) {
    JsonNode seconds = body.path("expires_in");
    long life = seconds.isTextual() ? seconds.asLong(0) : seconds.longValue();
    return life < 1 || life > LONGEST_LIFE_SECONDS
        ? Instant.MAX
        : clock.instant().plusSeconds(life);
  }

  private static TokenAnswer refused(Category category, String code, String detail) {
    return new TokenAnswer.Refused(Refusal.of(category, Scope.CONNECTION, code, detail));
  }
}
