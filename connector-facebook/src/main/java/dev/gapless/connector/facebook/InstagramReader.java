// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Action;
import dev.gapless.api.Conversation;
import dev.gapless.api.Fullness;
import dev.gapless.api.InteractionBuilder;
import dev.gapless.api.Kind;
import dev.gapless.api.channel.Item;
import dev.gapless.http.payload.Data;
import dev.gapless.http.payload.Fields;
import java.util.List;
import java.util.Optional;

/**
 * Reads Instagram's comments and mentions.
 *
 * @see <a href="https://developers.facebook.com/docs/instagram-platform/webhooks">Instagram
 *     webhooks</a>
 */
final class InstagramReader {
  private static final List<String> MEDIA = List.of("media_product_type", "ad_id", "ad_title");

  private InstagramReader() {}

  static Item comment(Element change) {
    return comment(change, Action.CREATED, false);
  }

  /** A comment on a live broadcast. */
  static Item liveComment(Element change) {
    return comment(change, Action.CREATED, true);
  }

  /** A comment that was read back. */
  static Item copy(Element change) {
    return comment(change, Action.OBSERVED, false);
  }

  private static Item comment(Element change, Action action, boolean live) {
    JsonNode json = change.json();
    Content content =
        Content.text(Fields.text(json, "text").orElse(""))
            .with(
                new Data()
                    .addAll("media", json.path("media"), MEDIA)
                    .mark("comment.hidden", Fields.isTrue(json, "hidden"))
                    .mark("live", live));
    PublicDraft draft = new PublicDraft(change, false);
    Optional<String> media = mediaId(json);
    Subject subject =
        new Subject(
            "comment",
            Fields.id(json, "id").or(() -> Fields.id(json, "comment_id")),
            media.map(Conversation::of),
            Fields.id(json, "parent_id").or(() -> media));
    Revision revision = Revision.of(action, change, subject, content);
    return content.isEmpty()
        ? draft.unsupported(subject, revision, content, "text")
        : draft.contact(Kind.COMMENT, subject, revision, content);
  }

  /** Only ids come; what was said has to be read. */
  static Item mention(Element change) {
    JsonNode json = change.json();
    Optional<String> media = Fields.id(json, "media_id").or(() -> mediaId(json));
    Optional<String> comment = Fields.id(json, "comment_id");
    Content content = Content.text(Fields.text(json, "text").orElse(""));
    PublicDraft draft = new PublicDraft(change, false);
    Revision revision = Revision.mention();
    Subject subject =
        new Subject(
            comment.isPresent() ? "comment" : "post",
            comment.or(() -> media),
            media.map(Conversation::of),
            comment.isPresent() ? media : Optional.empty());
    InteractionBuilder builder =
        draft.start(subject, Kind.MENTION, revision).fullness(Fullness.THIN);
    return draft.finish(builder, revision, content);
  }

  /** A boosted post has a second media id; what is said below both is one thread. */
  private static Optional<String> mediaId(JsonNode json) {
    JsonNode media = json.path("media");
    return Fields.id(media, "original_media_id").or(() -> Fields.id(media, "id"));
  }
}
