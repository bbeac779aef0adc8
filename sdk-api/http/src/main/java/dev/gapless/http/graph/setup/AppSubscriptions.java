// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph.setup;

import dev.gapless.api.config.Secret;
import dev.gapless.http.graph.GraphAccess;
import dev.gapless.http.graph.GraphAnswer;
import dev.gapless.http.graph.GraphApi;
import dev.gapless.http.graph.GraphCall;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the platform sends to the app, compared with what a connector wants. */
public final class AppSubscriptions {
  private static final String SUBJECT = "webhook subscription of the app";
  private static final String EDGE = "subscriptions";

  private final GraphApi api;
  private final String appId;
  private final GraphAccess app;
  private final VersionCheck versions;

  /**
   * @param app the app itself, as {@link GraphAccess#app} makes it
   */
  public AppSubscriptions(GraphApi api, String appId, GraphAccess app, Clock clock) {
    this.api = api;
    this.appId = appId;
    this.app = app;
    this.versions = new VersionCheck(clock);
  }

  /**
   * Looks whether the fields of an object, as {@code page}, are sent.
   *
   * @param required fields without which contacts are missed
   * @param useful fields that are only noted if they are missing
   * @param dashboard where in the app dashboard a person mends it
   */
  public void check(
      String object,
      Collection<String> required,
      Collection<String> useful,
      String dashboard,
      Findings found) {
    Optional<GraphAnswer> answer = read(found);
    if (answer.isEmpty()) {
      return;
    }
    Optional<AppSubscription> subscription = AppSubscription.find(answer.get(), object);
    if (subscription.isEmpty()) {
      found.problem(
          SUBJECT, "none to " + object, "Enter callback address and verify token: " + dashboard);
      return;
    }
    if (!subscription.get().active()) {
      found.problem(SUBJECT, "switched off for " + object, "Switch it on: " + dashboard);
    }
    Set<String> there = subscription.get().fields().keySet();
    String remedy = "Subscribe to it: " + dashboard;
    found.missing("subscribed field", required, there, remedy);
    useful.stream()
        .filter(field -> !there.contains(field))
        .forEach(field -> found.note("subscribed field " + field, "missing", remedy));
    subscription.get().fields().entrySet().stream()
        .filter(field -> required.contains(field.getKey()) || useful.contains(field.getKey()))
        .filter(field -> field.getValue().startsWith("v"))
        .forEach(
            field ->
                versions.run(
                    "version of the field " + field.getKey(),
                    field.getValue(),
                    "Choose a newer one: " + dashboard,
                    found));
  }

  /** The same without useful fields. */
  public void check(String object, Collection<String> required, String dashboard, Findings found) {
    check(object, required, List.of(), dashboard, found);
  }

  /**
   * Adds the fields that are missing, at the callback address that is there; the platform then
   * greets that address anew. Without a subscription there is no address, and nothing is done.
   */
  public void addMissing(
      String object, Collection<String> fields, Secret verifyToken, Findings found) {
    read(found)
        .flatMap(answer -> AppSubscription.find(answer, object))
        .filter(subscription -> subscription.callback().isPresent())
        .filter(subscription -> !subscription.fields().keySet().containsAll(fields))
        .ifPresent(subscription -> add(object, subscription, fields, verifyToken, found));
  }

  private void add(
      String object,
      AppSubscription subscription,
      Collection<String> fields,
      Secret verifyToken,
      Findings found) {
    Set<String> all = new TreeSet<>(subscription.fields().keySet());
    all.addAll(fields);
    GraphCall call =
        GraphCall.post(appId, EDGE)
            .with("object", object)
            .with("callback_url", subscription.callback().orElse(""))
            .with("verify_token", verifyToken.reveal().strip())
            .with("fields", String.join(",", all))
            .with("include_values", "true");
    found.answered(SUBJECT, api.send(call, app));
  }

  private Optional<GraphAnswer> read(Findings found) {
    return found.answered(SUBJECT, api.send(GraphCall.get(appId, EDGE), app));
  }
}
