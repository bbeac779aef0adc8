// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.http.graph.GraphAccess;
import dev.gapless.http.graph.GraphApi;
import dev.gapless.http.graph.GraphCall;
import dev.gapless.http.graph.setup.Findings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether a page sends to the app. When the host was down for an hour, the platform ends that by
 * itself and does not begin again.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/graph-api/reference/page/subscribed_apps">Subscribed
 *     apps of a page</a>
 */
final class PageSubscription {
  private static final String EDGE = "subscribed_apps";
  private static final String FIELDS = "subscribed_fields";
  private static final String REMEDY = "Let the set-up be mended, or subscribe the page to it";

  private final GraphApi api;
  private final GraphAccess access;
  private final String page;

  PageSubscription(GraphApi api, GraphAccess access, String page) {
    this.api = api;
    this.access = access;
    this.page = page;
  }

  void check(Optional<String> app, Findings found) {
    Optional<JsonNode> answer = read(found);
    Optional<JsonNode> ours = answer.flatMap(json -> ours(json, app));
    if (answer.isPresent() && ours.isEmpty()) {
      found.problem(
          subject(),
          "does not send to the app",
          "Let the set-up be mended, or POST /" + page + "/" + EDGE);
    }
    ours.map(PageSubscription::fields).ifPresent(there -> compare(there, found));
  }

  private void compare(Set<String> there, Findings found) {
    found.missing(subject() + ": subscribed field", Wishes.PAGE.required(), there, REMEDY);
    Wishes.PAGE.useful().stream()
        .filter(field -> !there.contains(field))
        .forEach(field -> found.note(subject() + ": field " + field, "not subscribed", REMEDY));
  }

  /** Subscribes to all that is wanted, and keeps what somebody else wanted. */
  void subscribe(Optional<String> app, Findings found) {
    Optional<JsonNode> answer = read(found);
    if (answer.isEmpty()) {
      return;
    }
    Set<String> there =
        answer.flatMap(json -> ours(json, app)).map(PageSubscription::fields).orElse(Set.of());
    if (!there.containsAll(Wishes.PAGE.fields())) {
      Set<String> all = new TreeSet<>(there);
      all.addAll(Wishes.PAGE.fields());
      GraphCall call = GraphCall.post(page, EDGE).with(FIELDS, String.join(",", all));
      found.answered(subject(), api.send(call, access));
    }
  }

  private Optional<JsonNode> read(Findings found) {
    return found
        .answered(subject(), api.send(GraphCall.get(page, EDGE), access))
        .map(answer -> answer.json());
  }

  private String subject() {
    return "page " + page;
  }

  private static Optional<JsonNode> ours(JsonNode answer, Optional<String> app) {
    List<JsonNode> apps = answer.path("data").valueStream().toList();
    return app.isEmpty()
        ? apps.stream().findFirst()
        : apps.stream().filter(one -> app.get().equals(one.path("id").asText())).findFirst();
  }

  private static Set<String> fields(JsonNode subscription) {
    return subscription
        .path(FIELDS)
        .valueStream()
        .map(JsonNode::asText)
        .collect(Collectors.toUnmodifiableSet());
  }
}
