// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Attachment;
import dev.gapless.http.payload.Data;
import dev.gapless.http.payload.Fields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a post, comment or review shows. */
final class PostContent {
  private static final List<String> POST = List.of("type", "status_type", "permalink_url");
  private static final List<String> VALUE =
      List.of("item", "story", "album_id", "event_id", "permalink_url", "video_flag_reason");
  private static final int BEST = 5;

  private PostContent() {}

  static Content read(ItemTable.Row row, JsonNode value) {
    return row.role() == ItemTable.Role.REVIEW ? review(value) : post(row.item(), value);
  }

  /** What can be shown of an item that nobody has described. */
  static Content unknown(JsonNode value) {
    return new Content(text(value), List.of(), data(value));
  }

  private static Content post(String item, JsonNode value) {
    List<Attachment> attachments = PostMedia.read(item, value);
    Data data = data(value);
    if (attachments.stream().allMatch(one -> one.url().isEmpty())) {
      data.add("link", Fields.text(value, "link"));
    }
    return new Content(text(value), attachments, data);
  }

  private static String text(JsonNode value) {
    // The platform's own sentence about a post stands in copies only, so it is no part of the text.
    return Fields.text(value, "message").orElse("");
  }

  private static Data data(JsonNode value) {
    JsonNode published = value.path("published");
    return new Data()
        .addAll("post", value.path("post"), POST)
        .addAll("feed", value, VALUE)
        .mark("feed.is_hidden", Fields.isTrue(value, "is_hidden"))
        .mark("feed.unpublished", published.isValueNode() && !published.asBoolean(true));
  }

  /** Words if there are any; else the stars, or the thumb, that were given. */
  private static Content review(JsonNode value) {
    Optional<String> recommendation =
        Fields.text(value, "recommendation_type").map(word -> word.toLowerCase(Locale.ROOT));
    Optional<String> words =
        Fields.text(value, "review_text").or(() -> Fields.text(value, "message"));
    Data data =
        new Data()
            .addAll("review", value, List.of("rating"))
            .add("review.recommendation", recommendation);
    String text =
        Stream.of(words, stars(value), recommendation.flatMap(PostContent::thumb))
            .flatMap(Optional::stream)
            .findFirst()
            .orElse("");
    return new Content(text, List.of(), data);
  }

  private static Optional<String> stars(JsonNode value) {
    int stars = value.path("rating").asInt(0);
    return stars < 1 || stars > BEST
        ? Optional.empty()
        : Optional.of("★".repeat(stars) + "☆".repeat(BEST - stars));
  }

  private static Optional<String> thumb(String recommendation) {
    return switch (recommendation) {
      case "positive" -> Optional.of("👍");
      case "negative" -> Optional.of("👎");
      default -> Optional.empty();
    };
  }
}
