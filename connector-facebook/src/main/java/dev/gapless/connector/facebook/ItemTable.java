// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The items of feed changes, and what each is to us.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/reference/page">Page
 *     webhooks, feed</a>
 */
final class ItemTable {
  /** How an item is read. */
  enum Role {
    POST,
    COMMENT,
    REACTION,
    REVIEW,
    /** A post that names the page. */
    MENTION
  }

  /**
   * @param item the platform's word
   * @param role how it is read
   * @param ownIfNobody whether it is the page's own when no author is named
   */
  record Row(String item, Role role, boolean ownIfNobody) {}

  static final List<Row> ROWS =
      List.of(
          new Row("status", Role.POST, false),
          new Row("post", Role.POST, false),
          new Row("photo", Role.POST, false),
          new Row("video", Role.POST, true),
          new Row("share", Role.POST, false),
          new Row("link", Role.POST, false),
          new Row("story", Role.POST, false),
          new Row("question", Role.POST, false),
          new Row("group_message", Role.POST, false),
          new Row("album", Role.POST, true),
          new Row("photo-album", Role.POST, true),
          new Row("picture", Role.POST, true),
          new Row("timeline cover", Role.POST, true),
          new Row("platform-story", Role.POST, true),
          new Row("event", Role.POST, true),
          new Row("milestone", Role.POST, true),
          new Row("note", Role.POST, true),
          new Row("coupon", Role.POST, true),
          new Row("experience", Role.POST, true),
          new Row("mention", Role.MENTION, false),
          new Row("tag", Role.MENTION, false),
          new Row("comment", Role.COMMENT, false),
          new Row("reaction", Role.REACTION, false),
          new Row("like", Role.REACTION, false),
          new Row("rating", Role.REVIEW, false));

  private static final Map<String, Row> BY_ITEM =
      ROWS.stream().collect(Collectors.toUnmodifiableMap(Row::item, Function.identity()));

  private ItemTable() {}

  static Optional<Row> row(String item) {
    return Optional.ofNullable(BY_ITEM.get(item));
  }
}
