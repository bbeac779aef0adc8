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
          + " the app, comments on posts older than catch-up-posts or on posts that are only"
          + " advertisements, and changes of comments that are older than a day and not among the"
          + " newest 50 of their post cannot be read back"),
  RATINGS(
      "ratings",
      "created_time,rating,has_rating,recommendation_type,review_text,reviewer,open_graph_story",
      "",
      "",
      "",
      "created_time",
      false,
      "removed reviews, what is said below reviews, and changes of reviews that are older than a"
          + " day and not among the newest 25 cannot be read back"),
  CONVERSATIONS(
      "conversations",
      "id,updated_time",
      "messages",
      "id,created_time,from,to,message,attachments,sticker,shares,story",
      "",
      "updated_time",
      false,
      "unsent messages, reactions, pressed buttons, what was read or delivered, and changes of"
          + " messages that are older than a day and not among the newest 50 of their thread cannot"
          + " be read back; of an Instagram thread only the newest 20 messages can"),
  MEDIA(
      "media",
      "id,timestamp,username",
      "comments",
      "id,text,timestamp,from{id,username},user,username,parent_id,hidden",
      "",
      "timestamp",
      true,
      "removed comments, mentions elsewhere, comments on live broadcasts, comments on media older"
          + " than catch-up-posts, and replies to and changes of comments that are older than a week"
          + " and not among the newest 50 of their media cannot be read back");

  /** The list below a comment on media. */
  static final String REPLIES = "replies";

  private static final int MOST_OUTER = 25;
  private static final int MOST_REPLIES = 25;

  /** An old comment can have a new reply, and replies stand nowhere else. */
  private static final Duration ANSWERED = Duration.ofDays(7);

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
  GraphCall outer(String owner, boolean instagram, Cursor cursor) {
    int below = instagram && this == CONVERSATIONS ? INSTAGRAM_MESSAGES : Cursor.MOST;
    String list =
        innerEdge.isEmpty()
            ? ""
            : ","
                + innerEdge
                + innerModifiers
                + limited(below, cursor.most(), belowFields(cursor.most()));
    GraphCall call = GraphCall.get(owner, edge);
    GraphCall page =
        sized(cursor.outer().map(call::page).orElse(call), MOST_OUTER, cursor.most())
            .with("fields", fields + list);
    return this == CONVERSATIONS
        ? page.with("platform", instagram ? "instagram" : "messenger")
        : page;
  }

  /**
   * A page of a list below an element.
   *
   * @param most as {@link Cursor#most()}
   */
  GraphCall below(Below where, int most) {
    GraphCall call =
        sized(
            GraphCall.get(where.owner(), where.isReplies() ? REPLIES : innerEdge)
                .page(where.page()),
            Cursor.MOST,
            most);
    GraphCall ordered =
        this == FEED ? call.with("filter", "stream").with("order", "reverse_chronological") : call;
    return ordered.with("fields", where.isReplies() ? innerFields : belowFields(most));
  }

  /** A link to a page repeats how much was asked for before, so that is said anew. */
  private static GraphCall sized(GraphCall call, int usual, int most) {
    return call.with("limit", Integer.toString(Math.min(usual, most)));
  }

  /** What is asked of each element of a list below. */
  private String belowFields(int most) {
    return this == MEDIA
        ? innerFields + "," + REPLIES + limited(MOST_REPLIES, most, innerFields)
        : innerFields;
  }

  private static String limited(int usual, int most, String fields) {
    return ".limit(" + Math.min(usual, most) + "){" + fields + "}";
  }

  /** How much older than the horizon an element may be that can still hold something new. */
  Duration slack(Duration oldestPost) {
    return oldOnesGoOn ? oldestPost : Horizon.OVERLAP;
  }

  /** The same for an element of a list below. */
  Duration slackBelow() {
    return this == MEDIA ? ANSWERED : Horizon.OVERLAP;
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
