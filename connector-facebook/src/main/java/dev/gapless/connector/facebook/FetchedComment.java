// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.http.payload.Fields;
import java.util.List;
import java.util.Optional;

/**
 * A comment that was read back, in the form of a feed change.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/comment">Comment</a>
 */
final class FetchedComment {
  private static final List<String> SAME =
      List.of("from", "message", "created_time", "permalink_url", "is_hidden");

  private FetchedComment() {}

  /**
   * @param post the post it stands below
   */
  static ObjectNode value(JsonNode comment, String post) {
    ObjectNode value = JsonNodeFactory.instance.objectNode().put("item", "comment");
    SAME.stream().filter(comment::hasNonNull).forEach(name -> value.set(name, comment.path(name)));
    value.set("comment_id", comment.path("id"));
    value.put("post_id", post);
    value.put("parent_id", Fields.text(comment.path("parent"), "id").orElse(post));
    attach(comment.path("attachment"), value);
    return value;
  }

  private static void attach(JsonNode attachment, ObjectNode value) {
    JsonNode media = attachment.path("media");
    String type = attachment.path("type").asText();
    Optional<String> picture = Fields.text(media.path("image"), "src");
    if (type.startsWith("video")) {
      value.set("video_id", attachment.path("target").path("id"));
      Fields.text(media, "source").ifPresent(url -> value.put("video", url));
    } else if (type.equals("share")) {
      Fields.text(attachment, "url").ifPresent(url -> value.put("link", url));
    } else {
      picture.ifPresent(url -> value.put("photo", url));
    }
  }
}
