// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph.setup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.http.graph.GraphAnswer;
import dev.gapless.http.payload.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What of an object's events the platform sends to the app.
 *
 * @param active whether it sends at all
 * @param callback where to
 * @param fields the fields and the version each is written in, blank if not told
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/app/subscriptions">App
 *     subscriptions</a>
 */
record AppSubscription(boolean active, Optional<String> callback, Map<String, String> fields) {

  /** The subscription to an object, as {@code page}; empty if there is none. */
  static Optional<AppSubscription> find(GraphAnswer answer, String object) {
    for (JsonNode each : answer.json().path("data")) {
      if (object.equals(each.path("object").asText())) {
        return Optional.of(of(each));
      }
    }
    return Optional.empty();
  }

  private static AppSubscription of(JsonNode json) {
    Map<String, String> fields = new TreeMap<>();
    for (JsonNode field : json.path("fields")) {
      // Older answers list bare names.
      fields.put(
          field.isTextual() ? field.textValue() : field.path("name").asText(),
          field.path("version").asText());
    }
    return new AppSubscription(
        json.path("active").asBoolean(true), Fields.text(json, "callback_url"), fields);
  }
}
