// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Conversation;
import dev.gapless.api.ItemKey;
import dev.gapless.http.payload.Digest;
import dev.gapless.http.payload.Fields;
import java.util.List;
import java.util.Optional;

/**
 * What a change is about, and where it belongs. A post has the id {@code {page}_{post}}, also where
 * the platform gives only the second part.
 *
 * @param space what the id counts
 * @param id empty if nothing usable is there: then what it says stands for it
 * @param thread the post it stands below, or its own
 * @param parent the post or comment it answers
 */
record Subject(
    String space, Optional<String> id, Optional<Conversation> thread, Optional<String> parent) {

  private static final String POST = "post";
  private static final String COMMENT_ID = "comment_id";

  /** Fields whose value is the second part of a post's id. */
  private static final List<String> POST_PARTS =
      List.of("photo_id", "video_id", "share_id", "album_id", "event_id");

  static Subject post(Element change) {
    Optional<String> id = postId(change);
    return new Subject(POST, id, id.map(Conversation::of), Optional.empty());
  }

  static Subject comment(Element change) {
    Optional<String> post = wholePostId(change);
    Optional<String> parent = Fields.id(change.json(), "parent_id").or(() -> post);
    return new Subject(
        "comment",
        Fields.id(change.json(), COMMENT_ID),
        reviewThread(change).or(() -> post.map(Conversation::of)),
        parent);
  }

  static Subject review(Element change) {
    Optional<String> id = storyId(change);
    return new Subject("review", id, reviewThread(change), Optional.empty());
  }

  /** Something unknown: shown once under what it says, unless it names itself. */
  static Subject unknown(Element change) {
    if (Fields.id(change.json(), COMMENT_ID).isPresent()) {
      return comment(change);
    }
    Optional<Conversation> thread =
        reviewThread(change).or(() -> wholePostId(change).map(Conversation::of));
    boolean isPost =
        change.json().has("message") && Fields.id(change.json(), "parent_id").isEmpty();
    return isPost && wholePostId(change).isPresent()
        ? post(change)
        : new Subject("unknown", Optional.empty(), thread, Optional.empty());
  }

  /** What a reaction is about: a comment, a post, or the page itself. */
  static String target(Element change) {
    return Fields.id(change.json(), COMMENT_ID)
        .or(() -> postId(change))
        .or(() -> storyId(change))
        .orElse(change.account());
  }

  boolean isPost() {
    return space.equals(POST);
  }

  ItemKey key(Element change) {
    return change.keys().key(space, id.orElseGet(() -> Digest.of(change.json())));
  }

  private static Optional<String> postId(Element change) {
    return wholePostId(change)
        .or(() -> Fields.firstId(change.json(), POST_PARTS).map(part -> whole(part, change)));
  }

  private static Optional<String> wholePostId(Element change) {
    return Fields.id(change.json(), "post_id").map(id -> whole(id, change));
  }

  private static String whole(String id, Element change) {
    return id.indexOf('_') > 0 || change.account().isEmpty() ? id : change.account() + "_" + id;
  }

  private static Optional<String> storyId(Element change) {
    return Fields.id(change.json(), "open_graph_story_id");
  }

  /** A review and what is said below it; the same thread has the id of a post there. */
  static Optional<Conversation> reviewThread(Element change) {
    JsonNode json = change.json();
    return storyId(change)
        .map(
            story ->
                new Conversation(
                    story, Fields.id(json, "post_id").map(List::of).orElse(List.of())));
  }
}
