// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * What stands in public besides comments on posts, as a webhook tells it and as it is read back.
 */
final class Published {
  static final String HANDLE = "example.shop";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FILE = "https://scontent.example.org/v/9_8_7_n.jpg";
  private static final String LINK = "https://www.example.org/shop?item=7";

  private Published() {}

  /** What a post consists of besides its words. */
  enum Form {
    STATUS("mobile_status_update"),
    PHOTO("added_photos"),
    VIDEO("added_video"),
    SHARE("shared_story");

    final String statusType;

    Form(String statusType) {
      this.statusType = statusType;
    }

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** A post; the platform's sentence about it stands only in what is read back. */
  record Post(String id, Form form, String from, Instant at, String text) {
    String webhook() {
      ObjectNode value = JSON.createObjectNode().put("item", form.word()).put("verb", "add");
      value.put("post_id", Samples.PAGE + "_" + id).put("created_time", at.getEpochSecond());
      value.putObject("from").put("id", from).put("name", "N " + from);
      if (!text.isEmpty()) {
        value.put("message", text);
      }
      switch (form) {
        case PHOTO -> value.put("photo_id", 71).put("link", FILE + "?oh=1");
        case VIDEO -> value.put("video_id", "72").put("link", "https://video.example.org/1.mp4");
        case SHARE -> value.put("share_id", id).put("link", LINK);
        case STATUS -> value.put("published", 1);
      }
      return Samples.change("feed", value.toString());
    }

    ObjectNode graph() {
      ObjectNode post = JSON.createObjectNode().put("id", Samples.PAGE + "_" + id);
      post.put("created_time", World.graphTime(at)).put("status_type", form.statusType);
      post.put("story", "Somebody did something.");
      post.putObject("from").put("id", from).put("name", "N " + from);
      if (!text.isEmpty()) {
        post.put("message", text);
      }
      if (form != Form.STATUS) {
        ObjectNode file = post.putObject("attachments").putArray("data").addObject();
        file.put("media_type", form == Form.SHARE ? "link" : form.word());
        file.put("unshimmed_url", LINK);
        file.putObject("target").put("id", form == Form.PHOTO ? "71" : "72");
        file.putObject("media").putObject("image").put("src", FILE + "?oh=2");
      }
      return post;
    }
  }

  /** A review with stars or with a thumb, with words or without. */
  record Rating(String story, String from, Instant at, int stars, Optional<String> words) {
    String webhook() {
      ObjectNode value = given().put("item", "rating").put("verb", "add");
      value.put("open_graph_story_id", Long.parseLong(story));
      value.put("created_time", at.getEpochSecond());
      value.put("reviewer_id", from).put("reviewer_name", "N " + from);
      return Samples.change("ratings", value.toString());
    }

    ObjectNode graph() {
      ObjectNode rating = given().put("created_time", World.graphTime(at));
      rating.putObject("reviewer").put("id", from).put("name", "N " + from);
      rating.putObject("open_graph_story").put("id", story);
      return rating;
    }

    private ObjectNode given() {
      ObjectNode given = JSON.createObjectNode();
      words.ifPresent(text -> given.put("review_text", text));
      return stars == 0 ? given.put("recommendation_type", "POSITIVE") : given.put("rating", stars);
    }
  }

  /** A comment on Instagram media; where the account itself wrote it, a copy has its name only. */
  record MediaComment(String id, Optional<String> parent, boolean own, Instant at, String text) {
    String webhook() {
      ObjectNode value = JSON.createObjectNode().put("id", id).put("text", text);
      value.putObject("media").put("id", "17");
      parent.ifPresent(above -> value.put("parent_id", above));
      value
          .putObject("from")
          .put("id", own ? Samples.INSTAGRAM : Samples.ADA)
          .put("username", own ? HANDLE : "ada");
      return """
          {"object": "instagram", "entry": [{"id": "%s", "time": %d, "changes": [
            {"field": "comments", "value": %s}]}]}
          """
          .formatted(Samples.INSTAGRAM, at.getEpochSecond(), value);
    }

    ObjectNode graph() {
      ObjectNode comment = JSON.createObjectNode().put("id", id).put("text", text);
      comment.put("timestamp", World.graphTime(at)).put("username", own ? HANDLE : "ada");
      if (!own) {
        comment.putObject("from").put("id", Samples.ADA).put("username", "ada");
      }
      return comment;
    }
  }
}
