// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gapless.api.config.ExtensionContext;
import dev.gapless.api.config.Settings;
import dev.gapless.crm.rest.preset.Authentication;
import dev.gapless.crm.rest.template.Rendering;
import dev.gapless.crm.rest.template.Target;
import dev.gapless.crm.rest.template.Values;
import dev.gapless.http.HttpConnection;
import dev.gapless.http.SettingsReader;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;

/** The settings that show the CRM who we are, by the preset's kind of authentication. */
final class CredentialsSetup {
  private static final String TOKEN_URL = "token-url";

  private final SettingsReader reader;
  private final Settings settings;
  private final ExtensionContext context;
  private final String tokenHost;

  /**
   * @param base the CRM's own address, where tokens are granted unless the settings say otherwise
   */
  CredentialsSetup(SettingsReader reader, ExtensionContext context, String base) {
    this.reader = reader;
    this.settings = reader.settings();
    this.context = context;
    this.tokenHost = settings.has(TOKEN_URL) ? reader.address(TOKEN_URL) : base;
  }

  /** Notes what is missing, and what is there without being used. */
  void check(Authentication authentication) {
    Authentication.Kind kind = authentication.kind();
    for (String key : kind.settings()) {
      if (!settings.has(key)) {
        reader.problem(key, "missing. The preset's authentication (" + kind.label() + ") needs it");
      }
    }
    Arrays.stream(Authentication.Kind.values())
        .flatMap(other -> Stream.concat(other.settings().stream(), Stream.of(TOKEN_URL)))
        .distinct()
        .filter(key -> !key.equals(TOKEN_URL) || !kind.asksForToken())
        .filter(key -> settings.has(key) && !kind.settings().contains(key))
        .forEach(key -> reader.problem(key, notUsed(kind)));
    if (authentication.ownTokenHost() && !settings.has(TOKEN_URL)) {
      reader.problem(TOKEN_URL, "missing. This CRM grants tokens at another host");
    }
  }

  private static String notUsed(Authentication.Kind kind) {
    return "is not used by the preset's authentication (" + kind.label() + "). Remove it";
  }

  Credentials of(Authentication authentication, HttpConnection http, Rendering rendering) {
    HeaderText header = new HeaderText(authentication, rendering);
    return switch (authentication.kind()) {
      case BEARER -> new FixedCredentials(header, () -> secret("token"));
      case API_KEY -> new FixedCredentials(header, () -> secret("api-key"));
      case BASIC -> new FixedCredentials(header, this::basic);
      case CLIENT_CREDENTIALS ->
          tokens(authentication, http, rendering, new Grant.ClientCredentials(settings));
      case REFRESH_TOKEN ->
          tokens(
              authentication, http, rendering, new Grant.RefreshToken(settings, context.state()));
    };
  }

  private Credentials tokens(
      Authentication authentication, HttpConnection http, Rendering rendering, Grant grant) {
    String path =
        authentication
            .tokenRequest()
            .orElseThrow()
            .path()
            .render(Values.none(), rendering, Target.ADDRESS);
    return new OAuthTokens(
        new HeaderText(authentication, rendering),
        http,
        URI.create(tokenHost + path),
        grant,
        context.clock());
  }

  private String secret(String key) {
    return settings.secret(key).reveal().strip();
  }

  private String basic() {
    String both = settings.text("user") + ":" + secret("password");
    return Base64.getEncoder().encodeToString(both.getBytes(UTF_8));
  }
}
