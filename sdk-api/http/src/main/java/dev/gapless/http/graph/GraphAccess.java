// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph;

import dev.gapless.api.Refusal;
import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.Secret;
import dev.gapless.http.HttpCall;
import dev.gapless.http.signature.HmacSha256;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Who we are to the Graph API: a token, and the app secret that proves each use of it. Both are
 * looked up at each call, so that rotated ones count at once.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/guides/secure-requests">Secure
 *     requests</a>
 */
public final class GraphAccess {
  /** What can stand in a header; anything else the JDK would quote in its exception. */
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]{1,4096}");

  private final Supplier<String> token;
  private final Supplier<List<String>> appSecrets;

  private GraphAccess(Supplier<String> token, Supplier<List<String>> appSecrets) {
    this.token = token;
    this.appSecrets = appSecrets;
  }

  /**
   * With the token of a Page, a system user or a person.
   *
   * @param appSecrets of the app the token was made for; the first proves the calls, none means
   *     calls without proof
   */
  public static GraphAccess of(Secret token, Supplier<List<String>> appSecrets) {
    return new GraphAccess(token::reveal, appSecrets);
  }

  /** As the app itself, for its subscriptions and for questions about tokens. */
  public static GraphAccess app(String appId, Secret appSecret) {
    return new GraphAccess(() -> appId + "|" + appSecret.reveal().strip(), List::of);
  }

  /**
   * The same call with the token in its header. For addresses of the platform only.
   *
   * @throws ConfigurationException if the token cannot be had; the message holds nothing of it
   */
  public HttpCall authorize(HttpCall call) {
    return authorize(call, token());
  }

  static HttpCall authorize(HttpCall call, String token) {
    return call.header("Authorization", "Bearer " + token);
  }

  /**
   * The token now.
   *
   * @throws ConfigurationException if it cannot be had or sent; the message holds nothing of it
   */
  String token() {
    String now = token.get().strip();
    if (!TOKEN.matcher(now).matches()) {
      throw new ConfigurationException(
          "the access token is empty, too long, or has blanks or line breaks inside. Copy it anew");
    }
    return now;
  }

  /** The proof that whoever uses the token knows the app secret. */
  Optional<String> proof(String token) {
    return appSecrets.get().stream().findFirst().map(secret -> HmacSha256.hex(secret, token));
  }

  /** What it means to a call that the token cannot be had. */
  public static Refusal refusal(ConfigurationException problem) {
    String detail = String.join("; ", problem.problems());
    return Refusal.of(Refusal.Category.SETUP, Refusal.Scope.CONNECTION, "", detail);
  }

  @Override
  public String toString() {
    return "GraphAccess[***]";
  }
}
