// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph.setup;

import dev.gapless.http.graph.GraphAccess;
import dev.gapless.http.graph.GraphAnswer;
import dev.gapless.http.graph.GraphApi;
import dev.gapless.http.graph.GraphOptions;
import dev.gapless.http.graph.TokenFacts;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The part of a set-up check that every connector over the Graph API shares: token, app secret,
 * version and its end, clock. Read-only.
 */
public final class GraphSetup {
  private static final String NEWER = "Set api-version to a newer one";

  private final GraphApi api;
  private final Clock clock;

  public GraphSetup(GraphApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  /**
   * Looks at all of it.
   *
   * @param token empty if none is configured: then only what needs none is looked at
   * @return the id of the app, as configured or as the token says
   */
  public Optional<String> check(
      Optional<GraphAccess> token, List<String> appSecrets, Wanted wanted, Findings found) {
    new VersionCheck(clock).run(GraphOptions.API_VERSION, api.version(), NEWER, found);
    Optional<GraphAnswer> answer =
        token.flatMap(own -> new TokenCheck(api, clock).run(own, wanted, found));
    answer.ifPresent(each -> circumstances(each, found));
    Optional<String> appId =
        wanted.appId().or(() -> answer.map(TokenFacts::of).flatMap(TokenFacts::appId));
    new SecretCheck(api).run(appSecrets, appId, found);
    return appId;
  }

  private void circumstances(GraphAnswer answer, Findings found) {
    answer.date().ifPresent(date -> new ClockCheck(clock).run(date, found));
    answer
        .version()
        .filter(version -> !version.equals(api.version()))
        .ifPresent(
            version ->
                found.note(
                    GraphOptions.API_VERSION,
                    "calls of " + api.version() + " are answered by " + version,
                    NEWER));
  }
}
