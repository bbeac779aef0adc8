// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.SetupReport;
import dev.gapless.api.config.Secret;
import dev.gapless.http.graph.GraphAccess;
import dev.gapless.http.graph.GraphApi;
import dev.gapless.http.graph.GraphCall;
import dev.gapless.http.graph.setup.AppSubscriptions;
import dev.gapless.http.graph.setup.Findings;
import dev.gapless.http.graph.setup.GraphSetup;
import dev.gapless.http.graph.setup.Wanted;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Compares the set-up on the platform with what the connector needs, and mends what calls can. */
final class SetupProbe {
  private static final String SUBSCRIBED_APPS = "subscribed_apps";
  private static final String FIELDS = "subscribed_fields";

  private final GraphApi api;
  private final Tokens tokens;
  private final List<Account> accounts;
  private final Optional<String> appId;
  private final Clock clock;

  SetupProbe(
      GraphApi api, Tokens tokens, List<Account> accounts, Optional<String> appId, Clock clock) {
    this.api = api;
    this.tokens = tokens;
    this.accounts = List.copyOf(accounts);
    this.appId = appId;
    this.clock = clock;
  }

  SetupReport check() {
    Findings found = new Findings();
    Optional<String> app = basics(found);
    app.flatMap(this::subscriptions)
        .ifPresent(
            subscriptions ->
                objects()
                    .forEach(
                        object ->
                            subscriptions.check(object, fields(object), Wishes.DASHBOARD, found)));
    if (tokens.any()) {
      pages().forEach(page -> page(page, app, found));
      if (accounts.isEmpty()) {
        found.note(
            FacebookConnectorProvider.PAGES,
            "not set, so every page counts, and nothing is read back",
            "Set it to the ids of your pages");
      }
    } else {
      found.note("access-token", "not set: webhooks come in, nothing is read back", "Set it");
    }
    return found.report();
  }

  /** Adds the fields that are missing, then looks again. */
  SetupReport repair() {
    Findings found = new Findings();
    appId
        .flatMap(this::subscriptions)
        .ifPresent(
            subscriptions ->
                objects()
                    .forEach(
                        object ->
                            subscriptions.addMissing(
                                object, fields(object), tokens.verifyToken(), found)));
    if (tokens.any()) {
      pages().forEach(page -> subscribe(page, found));
    }
    SetupReport mended = found.report();
    SetupReport left = check();
    return new SetupReport(
        Stream.concat(mended.findings().stream(), left.findings().stream()).distinct().toList(),
        left.notes());
  }

  /** Token, rights, secret, version, clock; answers the app. */
  private Optional<String> basics(Findings found) {
    Optional<GraphAccess> access =
        tokens.any() ? Optional.of(tokens.of(first())) : Optional.empty();
    List<String> scopes = new ArrayList<>(Wishes.PAGE_SCOPES);
    if (objects().contains(Contents.INSTAGRAM)) {
      scopes.addAll(Wishes.INSTAGRAM_SCOPES);
    }
    return new GraphSetup(api, clock)
        .check(access, tokens.appSecrets(), new Wanted(appId, scopes), found);
  }

  private String first() {
    return accounts.stream().map(Account::id).findFirst().orElse("");
  }

  private Optional<AppSubscriptions> subscriptions(String app) {
    return tokens.appSecrets().stream()
        .findFirst()
        .map(
            secret ->
                new AppSubscriptions(api, app, GraphAccess.app(app, Secret.of(secret)), clock));
  }

  /** Whether the page itself sends to the app: after an outage the platform ends that. */
  private void page(String page, Optional<String> app, Findings found) {
    String subject = "page " + page;
    found
        .answered(subject, api.send(GraphCall.get(page, SUBSCRIBED_APPS), tokens.of(page)))
        .ifPresent(
            answer -> {
              Optional<JsonNode> ours = ours(answer.json(), app);
              if (ours.isEmpty()) {
                found.problem(
                    subject,
                    "does not send to the app",
                    "Let the set-up be mended, or POST /" + page + "/" + SUBSCRIBED_APPS);
              }
              ours.ifPresent(
                  one ->
                      found.missing(
                          subject + ": subscribed field",
                          Wishes.PAGE_FIELDS,
                          names(one),
                          "Let the set-up be mended, or subscribe the page to it"));
            });
  }

  private void subscribe(String page, Findings found) {
    String subject = "page " + page;
    found
        .answered(subject, api.send(GraphCall.get(page, SUBSCRIBED_APPS), tokens.of(page)))
        .ifPresent(
            answer -> {
              TreeSet<String> all = new TreeSet<>(Wishes.PAGE_FIELDS);
              ours(answer.json(), appId).ifPresent(one -> all.addAll(names(one)));
              GraphCall call =
                  GraphCall.post(page, SUBSCRIBED_APPS).with(FIELDS, String.join(",", all));
              found.answered(subject, api.send(call, tokens.of(page)));
            });
  }

  private static Optional<JsonNode> ours(JsonNode answer, Optional<String> app) {
    return answer
        .path("data")
        .valueStream()
        .filter(one -> app.map(id -> id.equals(one.path("id").asText())).orElse(true))
        .findFirst();
  }

  private static List<String> names(JsonNode subscription) {
    return subscription.path(FIELDS).valueStream().map(JsonNode::asText).toList();
  }

  private Stream<String> pages() {
    return accounts.stream().map(Account::page).filter(page -> !page.isBlank()).distinct();
  }

  private List<String> objects() {
    boolean instagram = accounts.stream().anyMatch(Account::instagram);
    return instagram ? List.of(Contents.PAGE, Contents.INSTAGRAM) : List.of(Contents.PAGE);
  }

  private static List<String> fields(String object) {
    return object.equals(Contents.PAGE) ? Wishes.PAGE_FIELDS : Wishes.INSTAGRAM_FIELDS;
  }
}
