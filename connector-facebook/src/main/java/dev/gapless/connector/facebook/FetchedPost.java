// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.http.payload.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A post that was read back, in the form of a feed change.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/post">Post</a>
 */
final class FetchedPost {
  private static final List<String> SAME =
      List.of("from", "message", "story", "created_time", "permalink_url", "is_hidden");

  private static final Map<String, String> ITEMS =
      Map.of(
          "added_photos", "photo",
          "added_video", "video",
          "shared_story", "share",
          "mobile_status_update", "status");

  private FetchedPost() {}

  static ObjectNode value(JsonNode post) {
    ObjectNode value = JsonNodeFactory.instance.objectNode();
    SAME.stream().filter(post::hasNonNull).forEach(name -> value.set(name, post.path(name)));
    value.set("post_id", post.path("id"));
    ObjectNode about = value.putObject("post");
    about.set("status_type", post.path("status_type"));
    about.set("permalink_url", post.path("permalink_url"));
    String item = Optional.ofNullable(ITEMS.get(post.path("status_type").asText())).orElse("post");
    value.put("item", item);
    post.path("attachments").path("data").forEach(one -> attach(one, item, post, value));
    return value;
  }

  private static void attach(JsonNode one, String item, JsonNode post, ObjectNode value) {
    String media = one.path("media_type").asText(one.path("type").asText());
    switch (media) {
      case "photo" -> photo(one, item, value);
      case "album" -> one.path("subattachments").path("data").forEach(each -> listed(each, value));
      case "video" -> {
        value.set("video_id", one.path("target").path("id"));
        Fields.text(one.path("media"), "source").ifPresent(url -> value.put("video", url));
      }
      default -> link(one, item, post, value);
    }
  }

  /** A photo that is the post itself has an id in its webhook; one among others has none. */
  private static void photo(JsonNode one, String item, ObjectNode value) {
    if (item.equals("photo")) {
      value.set("photo_id", one.path("target").path("id"));
      Fields.text(one.path("media").path("image"), "src").ifPresent(url -> value.put("link", url));
    } else {
      listed(one, value);
    }
  }

  private static void listed(JsonNode one, ObjectNode value) {
    Fields.text(one.path("media").path("image"), "src")
        .ifPresent(url -> value.withArrayProperty("photos").add(url));
  }

  private static void link(JsonNode one, String item, JsonNode post, ObjectNode value) {
    Optional<String> url = Fields.text(one, "unshimmed_url").or(() -> Fields.text(one, "url"));
    url.ifPresent(text -> value.put("link", text));
    String id = post.path("id").asText();
    if (item.equals("share") && id.indexOf('_') > 0) {
      value.put("share_id", id.substring(id.indexOf('_') + 1));
    }
  }
}
