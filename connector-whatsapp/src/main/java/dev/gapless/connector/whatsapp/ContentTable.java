// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.http.payload.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The types of messages that have content of their own, and how each is read.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages">Messages
 *     webhook, one page per type below it</a>
 */
final class ContentTable {
  /**
   * @param type what the message calls itself
   * @param field the field its content stands in
   * @param reader reads the content; never called with something that is no object or array
   */
  record Row(String type, String field, Function<JsonNode, Content> reader) {}

  static final List<Row> ROWS =
      List.of(
          new Row("text", "text", TextContent::text),
          new Row("image", "image", media("image")),
          new Row("video", "video", media("video")),
          new Row("audio", "audio", media("audio")),
          // Relays of the On-Premises API call a voice message so.
          new Row("voice", "voice", media("audio")),
          new Row("document", "document", media("document")),
          new Row("sticker", "sticker", media("sticker")),
          new Row("location", "location", LocationContent::read),
          new Row("contacts", "contacts", CardContent::read),
          new Row("button", "button", TextContent::button),
          new Row("interactive", "interactive", InteractiveContent::read),
          new Row("order", "order", OrderContent::read));

  /** Types that change or concern something else; their content stands in a field of their name. */
  private static final List<String> OTHER_TYPES = List.of("reaction", "edit", "revoke", "system");

  private static final Map<String, Row> BY_TYPE =
      ROWS.stream().collect(Collectors.toUnmodifiableMap(Row::type, Function.identity()));

  private ContentTable() {}

  /** Reads a message, or the inner message of an edit, by its type. */
  static Content read(JsonNode message) {
    return read(type(message), message);
  }

  /** The same for a message whose type is known. */
  static Content read(String type, JsonNode message) {
    Row row = BY_TYPE.get(type);
    if (row == null) {
      return new Content.Strange("type");
    }
    JsonNode content = message.path(row.field());
    return content.isContainerNode()
        ? row.reader().apply(content)
        : new Content.Strange(row.field());
  }

  /** The type the message names; if it names none, the one whose content it has; else blank. */
  static String type(JsonNode message) {
    return Fields.text(message, "type").orElseGet(() -> typeByContent(message).orElse(""));
  }

  private static Optional<String> typeByContent(JsonNode message) {
    return Stream.concat(ROWS.stream().map(Row::type), OTHER_TYPES.stream())
        .filter(type -> message.path(type).isContainerNode())
        .findFirst();
  }

  private static Function<JsonNode, Content> media(String type) {
    return content -> MediaContent.read(type, content);
  }
}
