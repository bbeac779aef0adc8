// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import dev.gapless.http.graph.GraphCall;
import java.time.Duration;
import java.util.Optional;

/**
 * What can be read back, and how: a list of the account, newest first, and the list below each of
 * its elements, whose first page comes along.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/page/feed">Page feed</a>
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/page/conversations">Page
 *     conversations</a>
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-media/comments">Comments
 *     of Instagram media</a>
 */
enum Reach {
  FEED(
      "feed",
      "id,from,message,story,created_time,updated_time,is_hidden,permalink_url,status_type,"
          + "attachments{media_type,type,target,media,unshimmed_url,subattachments}",
      "comments",
      "id,from,message,created_time,parent{id},attachment{type,target,media,url},is_hidden,"
          + "permalink_url",
      ".filter(stream).order(reverse_chronological)",
      "created_time",
      true,
      "removed posts and comments, reactions, mentions elsewhere, comments of people who hide from"
          + " the app, and comments on posts older than catch-up-posts cannot be read back"),
  RATINGS(
      "ratings",
      "created_time,rating,has_rating,recommendation_type,review_text,reviewer,open_graph_story",
      "",
      "",
      "",
      "created_time",
      false,
      "removed reviews and what is said below reviews cannot be read back"),
  CONVERSATIONS(
      "conversations",
      "id,updated_time",
      "messages",
      "id,created_time,from,to,message,attachments,sticker,shares,story",
      "",
      "updated_time",
      false,
      "unsent messages, reactions, pressed buttons, and what was read or delivered cannot be read"
          + " back; of an Instagram thread only the newest 20 messages can"),
  MEDIA(
      "media",
      "id,timestamp",
      "comments",
      "id,text,timestamp,from{id,username},username,parent_id,hidden,"
          + "replies{id,text,timestamp,from{id,username},username,parent_id,hidden}",
      "",
      "timestamp",
      true,
      "removed comments, mentions elsewhere, comments on live broadcasts, and comments on media"
          + " older than catch-up-posts cannot be read back");

  private static final int OUTER_LIMIT = 25;
  private static final int INNER_LIMIT = 50;

  /** Instagram gives details of no more messages of a thread. */
  private static final int INSTAGRAM_MESSAGES = 20;

  final String edge;
  final String innerEdge;
  final String timeField;
  final String limits;
  private final String fields;
  private final String innerFields;
  private final String innerModifiers;
  private final boolean oldOnesGoOn;

  Reach(
      String edge,
      String fields,
      String innerEdge,
      String innerFields,
      String innerModifiers,
      String timeField,
      boolean oldOnesGoOn,
      String limits) {
    this.edge = edge;
    this.fields = fields;
    this.innerEdge = innerEdge;
    this.innerFields = innerFields;
    this.innerModifiers = innerModifiers;
    this.timeField = timeField;
    this.oldOnesGoOn = oldOnesGoOn;
    this.limits = limits;
  }

  /** The list of the account, with the first page of each list below. */
  GraphCall outer(String owner, boolean instagram) {
    int most = instagram && this == CONVERSATIONS ? INSTAGRAM_MESSAGES : INNER_LIMIT;
    String below =
        innerEdge.isEmpty()
            ? ""
            : "," + innerEdge + innerModifiers + ".limit(" + most + "){" + innerFields + "}";
    GraphCall call =
        GraphCall.get(owner, edge)
            .with("fields", fields + below)
            .with("limit", Integer.toString(OUTER_LIMIT));
    return this == CONVERSATIONS
        ? call.with("platform", instagram ? "instagram" : "messenger")
        : call;
  }

  /** A further page of a list below an element. */
  GraphCall inner(Cursor.Inner where) {
    GraphCall call =
        GraphCall.get(where.id(), innerEdge)
            .with("fields", innerFields)
            .with("limit", Integer.toString(INNER_LIMIT));
    GraphCall ordered =
        this == FEED ? call.with("filter", "stream").with("order", "reverse_chronological") : call;
    return ordered.page(where.page());
  }

  /** Whether lists below go on after the page that comes along. */
  boolean goesDeeper(boolean instagram) {
    return !(instagram && this == CONVERSATIONS);
  }

  /** How much older than the horizon an element may be that can still hold something new. */
  Duration slack(Duration oldestPost, Duration overlap) {
    return oldOnesGoOn ? oldestPost : overlap;
  }

  /** What one page holds, as {@link Fetched} names it: the list itself, if that is contacts. */
  Optional<Fetched> outerKind() {
    return switch (this) {
      case FEED -> Optional.of(Fetched.POSTS);
      case RATINGS -> Optional.of(Fetched.RATINGS);
      case CONVERSATIONS, MEDIA -> Optional.empty();
    };
  }

  /** What the lists below hold. */
  Fetched innerKind() {
    return switch (this) {
      case FEED, RATINGS -> Fetched.COMMENTS;
      case CONVERSATIONS -> Fetched.MESSAGES;
      case MEDIA -> Fetched.MEDIA_COMMENTS;
    };
  }
}
