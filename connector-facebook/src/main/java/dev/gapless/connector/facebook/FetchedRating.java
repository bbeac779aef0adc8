// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A review that was read back, in the form of a change of the field {@code ratings}.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/graph-api/reference/recommendation">Recommendation</a>
 */
final class FetchedRating {
  private static final List<String> SAME =
      List.of("created_time", "rating", "recommendation_type", "review_text");

  private FetchedRating() {}

  static ObjectNode value(JsonNode rating) {
    ObjectNode value = JsonNodeFactory.instance.objectNode().put("item", "rating");
    SAME.stream().filter(rating::hasNonNull).forEach(name -> value.set(name, rating.path(name)));
    value.set("open_graph_story_id", rating.path("open_graph_story").path("id"));
    value.set("from", rating.path("reviewer"));
    return value;
  }
}
