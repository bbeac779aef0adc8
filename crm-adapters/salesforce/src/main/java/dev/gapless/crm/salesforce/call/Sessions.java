// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.api.config.ConfigurationException;
import dev.gapless.crm.salesforce.answer.During;
import dev.gapless.crm.salesforce.answer.ErrorTable;
import dev.gapless.crm.salesforce.answer.Fault;
import dev.gapless.crm.salesforce.answer.FaultReader;
import dev.gapless.http.HttpAnswer;
import dev.gapless.http.HttpCall;
import dev.gapless.http.HttpConnection;
import dev.gapless.http.HttpOutcome;
import dev.gapless.http.Json;
import dev.gapless.http.Token;
import dev.gapless.http.TokenAnswer;
import dev.gapless.http.TokenCache;
import dev.gapless.http.entry.SafeName;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sessions of one org, shared by many threads: one asks for a token, all use it. A token has no
 * known end; it lives until the org calls it invalid. A token of another org than the configured
 * one is never used.
 */
public final class Sessions {
  private static final Pattern ORG =
      Pattern.compile("/id/([A-Za-z0-9]{15,18})/[A-Za-z0-9]{15,18}$");
  private static final int ID = 15;

  private final HttpConnection http;
  private final URI address;
  private final String org;
  private final Login login;
  private final TokenCache tokens;
  private volatile Optional<Session> newest = Optional.empty();

  /**
   * @param loginUrl the org's own address, without a slash at the end
   * @param org the id of the org to write to, 15 or 18 characters
   */
  public Sessions(HttpConnection http, String loginUrl, String org, Login login, Clock clock) {
    this.http = http;
    this.address = URI.create(loginUrl + "/services/oauth2/token");
    this.org = org;
    this.login = login;
    this.tokens = new TokenCache(this::ask, clock);
  }

  /** A session, or why there is none. */
  sealed interface Answer {
    /** To be used now. */
    record Open(Session session) implements Answer {}

    /** None now. */
    record Refused(Refusal refusal) implements Answer {}
  }

  Answer session() {
    return answer(tokens.token());
  }

  /** Another one than the one that was just called invalid. */
  Answer renewed(Session invalid) {
    return answer(tokens.renewed(invalid.token()));
  }

  /** The newest session is the right one even if it is newer than the token told of. */
  private Answer answer(TokenAnswer answer) {
    return answer instanceof TokenAnswer.Refused refused
        ? new Answer.Refused(refused.refusal())
        : new Answer.Open(newest.orElseThrow());
  }

  private TokenAnswer ask() {
    HttpOutcome outcome;
    try {
      outcome = http.send(call());
    } catch (IllegalArgumentException | ConfigurationException e) {
      return refused(Category.SETUP, "", "private-key " + e.getMessage());
    }
    if (outcome instanceof HttpOutcome.Answered answered) {
      return read(answered.answer());
    } else if (outcome instanceof HttpOutcome.NotSent notSent) {
      return new TokenAnswer.Refused(notSent.refusal());
    }
    // A token may have been issued and lost; asking again harms nobody.
    return refused(Category.OUTAGE, "", ((HttpOutcome.MayHaveArrived) outcome).reason());
  }

  private HttpCall call() {
    String form =
        login.form().entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return HttpCall.of("POST", address)
        .header("Accept", "application/json")
        .body("application/x-www-form-urlencoded", form.getBytes(UTF_8));
  }

  private TokenAnswer read(HttpAnswer answer) {
    JsonNode body = answer.bodyCut() ? Json.read(new byte[0]) : Json.read(answer.body());
    String token = body.path("access_token").asText("");
    if (answer.status() == 200 && !token.isEmpty() && token.chars().noneMatch(c -> c <= ' ')) {
      return granted(new Token(token, Instant.MAX), body);
    }
    List<Fault> faults = FaultReader.read(answer.body());
    Fault fault = ErrorTable.get().decisive(faults, During.LOGIN);
    return new TokenAnswer.Refused(
        ErrorTable.get().of(faults, answer.status(), During.LOGIN).refusal(fault, answer.status()));
  }

  private TokenAnswer granted(Token token, JsonNode body) {
    Matcher id = ORG.matcher(body.path("id").asText(""));
    if (!id.find()) {
      return refused(Category.SETUP, "", "the token does not say to which org it belongs");
    } else if (!id.group(1).substring(0, ID).equals(org.substring(0, ID))) {
      return refused(
          Category.SETUP,
          "",
          "these credentials belong to the org "
              + SafeName.of("org" + id.group(1)).replaceFirst("^org", "")
              + ", org-id names another one. Nothing is written to it");
    }
    Optional<String> instance = instance(address.getScheme(), body.path("instance_url").asText(""));
    if (instance.isEmpty()) {
      return refused(Category.SETUP, "", "the token names no usable instance_url");
    }
    newest = Optional.of(new Session(token, instance.get()));
    return new TokenAnswer.Granted(token);
  }

  /** Over TLS wherever the token came over TLS: never a way down. */
  static Optional<String> instance(String scheme, String text) {
    try {
      URI uri = URI.create(text.replaceAll("/+$", ""));
      boolean usable =
          uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawQuery() == null
              && scheme.equals(uri.getScheme());
      return usable ? Optional.of(uri.toString()) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static TokenAnswer refused(Category category, String code, String detail) {
    return new TokenAnswer.Refused(Refusal.of(category, Scope.CONNECTION, code, detail));
  }
}
