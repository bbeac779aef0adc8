// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.http.graph.GraphAccess;
import dev.gapless.http.graph.GraphAnswer;
import dev.gapless.http.graph.GraphApi;
import dev.gapless.http.graph.GraphCall;
import dev.gapless.http.graph.setup.Findings;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Whether a WhatsApp Business Account sends its events to our app.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview">Webhooks,
 *     overview</a>
 */
final class AccountSubscription {
  private static final String SUBJECT = "subscription of the business account";
  private static final String EDGE = "subscribed_apps";
  private static final String REMEDY =
      "Let the set-up be mended, or send POST /{waba-id}/" + EDGE + " with the token";

  private final GraphApi api;
  private final GraphAccess access;
  private final String id;

  AccountSubscription(GraphApi api, GraphAccess access, String id) {
    this.api = api;
    this.access = access;
    this.id = id;
  }

  /**
   * @param appId our app; if it is not known, any app will do
   */
  void check(Optional<String> appId, Findings found) {
    Optional<GraphAnswer> answer = read(found);
    if (answer.isEmpty()) {
      return;
    }
    Optional<JsonNode> ours = ours(answer.get(), appId);
    if (ours.isEmpty()) {
      found.problem(SUBJECT, "its events are not sent to our app", REMEDY);
    } else if (ours.get().hasNonNull("override_callback_uri")) {
      found.note(
          SUBJECT,
          "its events go to an address of its own instead of the app's",
          "Check that it is ours, or subscribe the app anew without one");
    }
  }

  /** Subscribes the app that the token is for, if it is not. */
  void subscribe(Optional<String> appId, Findings found) {
    boolean needed = read(found).filter(answer -> ours(answer, appId).isEmpty()).isPresent();
    if (needed) {
      found.answered(SUBJECT, api.send(GraphCall.post(id, EDGE), access));
    }
  }

  private Optional<GraphAnswer> read(Findings found) {
    return found.answered(SUBJECT, api.send(GraphCall.get(id, EDGE), access));
  }

  private static Optional<JsonNode> ours(GraphAnswer answer, Optional<String> appId) {
    return StreamSupport.stream(answer.json().path("data").spliterator(), false)
        .filter(
            each ->
                appId
                    .map(each.path("whatsapp_business_api_data").path("id").asText()::equals)
                    .orElse(true))
        .findFirst();
  }
}
