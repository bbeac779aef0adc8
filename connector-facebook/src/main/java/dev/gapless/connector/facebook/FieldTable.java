// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import dev.gapless.api.channel.Item;
import dev.gapless.http.payload.Envelope;
import dev.gapless.http.payload.Guard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fields of a change that carry contacts, and how the value of each is read.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/reference/page">Page
 *     webhooks</a>
 * @see <a href="https://developers.facebook.com/docs/instagram-platform/webhooks">Instagram
 *     webhooks</a>
 */
final class FieldTable {
  private static final Map<String, Function<Element, Item>> READERS =
      Map.of(
          "feed", FeedReader::feed,
          "mention", FeedReader::mention,
          "ratings", FeedReader::feed,
          "comments", InstagramReader::comment,
          "live_comments", InstagramReader::liveComment,
          "mentions", InstagramReader::mention);

  private FieldTable() {}

  /** At least one item. */
  static List<Item> read(Element change) {
    String field = change.frame().field().orElse("");
    if (EventTable.isEvent(change.json())) {
      // The flat form carries messaging events under the name of their subscription.
      return EventTable.read(field, change);
    }
    return List.of(Guard.read(() -> one(field, change), change::unreadable));
  }

  private static Item one(String field, Element change) {
    Function<Element, Item> reader = READERS.get(field);
    if (reader != null) {
      return change.json().isObject() ? reader.apply(change) : change.unexpectedType();
    }
    Optional<String> rule = NoticeTable.rule(field);
    if (rule.isPresent()) {
      return change.notice(field, rule.get());
    }
    // An unknown contact is shown as one; an unknown notice is only counted.
    return PublicDraft.looksLikeContact(change)
        ? FeedReader.unknown(change)
        : change.notice(field.isEmpty() ? "value" : field, Envelope.UNKNOWN);
  }
}
