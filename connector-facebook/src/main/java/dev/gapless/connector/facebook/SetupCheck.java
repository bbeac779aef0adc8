// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import dev.gapless.api.SetupReport;
import dev.gapless.api.config.Secret;
import dev.gapless.http.graph.GraphAccess;
import dev.gapless.http.graph.GraphOptions;
import dev.gapless.http.graph.setup.AppSubscriptions;
import dev.gapless.http.graph.setup.Findings;
import dev.gapless.http.graph.setup.GraphSetup;
import dev.gapless.http.graph.setup.SetupPass;
import dev.gapless.http.graph.setup.Wanted;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Looks whether contacts can come in and be read back, and mends what calls can mend. */
final class SetupCheck {
  private final Platform platform;
  private final Tokens tokens;
  private final List<Wishes> wishes;

  SetupCheck(Platform platform) {
    this.platform = platform;
    this.tokens = platform.tokens();
    boolean instagram = platform.accounts().all().stream().anyMatch(Account::instagram);
    this.wishes = instagram ? List.of(Wishes.PAGE, Wishes.INSTAGRAM) : List.of(Wishes.PAGE);
  }

  SetupReport check() {
    return pass().check();
  }

  /** Subscribes to the fields that are missing; then looks again. */
  SetupReport repair() {
    return pass().repair();
  }

  private SetupPass pass() {
    return new SetupPass(this::look, this::mend);
  }

  private Optional<String> look(Findings found) {
    Optional<String> app = lookAtApp(found);
    if (tokens.any() && !found.isEnough()) {
      pages(page -> page.check(app, found));
    } else if (!tokens.any()) {
      found.note(
          GraphOptions.ACCESS_TOKEN,
          "not set: webhooks come in, but nothing is read back, named or checked",
          "Set it, or page-tokens");
    }
    return app;
  }

  private Optional<String> lookAtApp(Findings found) {
    if (platform.accounts().all().isEmpty()) {
      found.note(
          FacebookOptions.PAGES,
          "not set, so every page counts and nothing is read back",
          "Set it to the ids of your pages");
    }
    List<String> scopes = wishes.stream().flatMap(one -> one.scopes().stream()).toList();
    Optional<String> configured = platform.settings().optionalText(GraphOptions.APP_ID);
    Optional<String> app =
        new GraphSetup(platform.api(), platform.clock())
            .check(access(), tokens.appSecrets(), new Wanted(configured, scopes), found);
    app.flatMap(this::subscriptions)
        .ifPresent(
            each ->
                wishes.forEach(
                    one ->
                        each.check(
                            one.object(), one.required(), one.useful(), Wishes.DASHBOARD, found)));
    return app;
  }

  private void mend(Optional<String> app, Findings found) {
    Secret verifyToken = tokens.verifyToken();
    app.flatMap(this::subscriptions)
        .ifPresent(
            each ->
                wishes.forEach(
                    one -> each.addMissing(one.object(), one.fields(), verifyToken, found)));
    if (tokens.any()) {
      pages(page -> page.subscribe(app, found));
    }
  }

  private void pages(Consumer<PageSubscription> each) {
    platform.accounts().all().stream()
        .map(Account::page)
        .filter(page -> !page.isBlank())
        .distinct()
        .map(page -> new PageSubscription(platform.api(), tokens.of(page), page))
        .forEach(each);
  }

  /** The token for all; where every account has its own, the first of these. */
  private Optional<GraphAccess> access() {
    Stream<String> ids = platform.accounts().all().stream().map(Account::id);
    return tokens.any() ? Optional.of(tokens.of(ids.findFirst().orElse(""))) : Optional.empty();
  }

  private Optional<AppSubscriptions> subscriptions(String app) {
    return tokens.appSecrets().stream()
        .findFirst()
        .map(secret -> GraphAccess.app(app, Secret.of(secret)))
        .map(access -> new AppSubscriptions(platform.api(), app, access, platform.clock()));
  }
}
