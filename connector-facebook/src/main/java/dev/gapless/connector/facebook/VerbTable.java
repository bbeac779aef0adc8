// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Action;
import dev.gapless.http.payload.Fields;
import java.util.Map;
import java.util.Optional;

/**
 * What the verbs of feed changes say.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/reference/page">Page
 *     webhooks, feed</a>
 */
final class VerbTable {
  private static final Map<String, Action> ACTIONS =
      Map.of(
          "add", Action.CREATED,
          "edit", Action.EDITED,
          "edited", Action.EDITED,
          "update", Action.EDITED,
          "remove", Action.REMOVED,
          "delete", Action.REMOVED,
          "hide", Action.HIDDEN,
          "unhide", Action.SHOWN);

  private VerbTable() {}

  /** The verb of a change; mentions sometimes have none, and then mean that something is there. */
  static String verb(JsonNode change) {
    return Fields.text(change, "verb").orElse("add");
  }

  static Optional<Action> action(String verb) {
    return Optional.ofNullable(ACTIONS.get(verb));
  }
}
