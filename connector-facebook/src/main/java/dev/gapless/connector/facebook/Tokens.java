// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import dev.gapless.api.config.Secret;
import dev.gapless.api.config.Settings;
import dev.gapless.http.graph.GraphAccess;
import dev.gapless.http.graph.GraphOptions;
import dev.gapless.http.signature.HubOptions;
import java.util.List;
import java.util.Optional;

/** Which token speaks for which page or account. Looked up at each call, so that it can rotate. */
final class Tokens {
  private final Settings settings;

  Tokens(Settings settings) {
    this.settings = settings;
  }

  /** Whether anything can be asked at all. */
  boolean any() {
    return settings.has(GraphOptions.ACCESS_TOKEN) || settings.has(FacebookOptions.PAGE_TOKENS);
  }

  /**
   * The token of the first of these ids that has its own, else the one for all; without either the
   * call says so itself.
   */
  GraphAccess of(String... ids) {
    return GraphAccess.of(() -> token(List.of(ids)), this::appSecrets);
  }

  private String token(List<String> ids) {
    return ids.stream()
        .flatMap(id -> own(id).stream())
        .findFirst()
        .or(() -> settings.optionalText(GraphOptions.ACCESS_TOKEN))
        .orElse("");
  }

  private Optional<String> own(String account) {
    if (!settings.has(FacebookOptions.PAGE_TOKENS)) {
      return Optional.empty();
    }
    String prefix = account + "=";
    return settings.secrets(FacebookOptions.PAGE_TOKENS).stream()
        .filter(pair -> pair.startsWith(prefix))
        .map(pair -> pair.substring(prefix.length()))
        .findFirst();
  }

  List<String> appSecrets() {
    return settings.secrets(HubOptions.APP_SECRET);
  }

  Secret verifyToken() {
    return settings.secret(HubOptions.VERIFY_TOKEN);
  }
}
