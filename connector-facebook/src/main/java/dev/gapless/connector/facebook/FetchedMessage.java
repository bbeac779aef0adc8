// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.http.payload.Fields;
import java.util.Map;
import java.util.Optional;

/**
 * A message that was read back, in the form of an element of {@code messaging[]}.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/message">Message</a>
 */
final class FetchedMessage {
  private static final Map<String, String> TYPES =
      Map.of("image", "image", "video", "video", "audio", "audio");

  private FetchedMessage() {}

  static ObjectNode event(JsonNode fetched) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.set("sender", fetched.path("from"));
    event.set("recipient", fetched.path("to").path("data").path(0));
    event.set("timestamp", fetched.path("created_time"));
    ObjectNode message = event.putObject("message");
    message.set("mid", fetched.path("id"));
    Fields.text(fetched, "message").ifPresent(text -> message.put("text", text));
    attachments(fetched, message);
    reply(fetched.path("story").path("reply_to"), message);
    return event;
  }

  private static void attachments(JsonNode fetched, ObjectNode message) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    fetched.path("attachments").path("data").forEach(one -> list.add(file(one)));
    fetched.path("shares").path("data").forEach(one -> list.add(share(one)));
    Fields.text(fetched, "sticker").ifPresent(url -> list.add(attachment("sticker", url)));
    Fields.text(fetched.path("story").path("mention"), "link")
        .ifPresent(url -> list.add(attachment("story_mention", url)));
    if (!list.isEmpty()) {
      message.set("attachments", list);
    }
  }

  private static ObjectNode file(JsonNode one) {
    Optional<String> url =
        Fields.text(one.path("video_data"), "url")
            .or(() -> Fields.text(one.path("image_data"), "url"))
            .or(() -> Fields.text(one, "file_url"));
    if (url.isEmpty()) {
      // Where privacy rules forbid it, only that there was something is told.
      return JsonNodeFactory.instance.objectNode().put("type", "unsupported_type");
    }
    String mime = Fields.text(one, "mime_type").orElse("");
    int slash = Math.max(mime.indexOf('/'), 0);
    ObjectNode file =
        attachment(
            Optional.ofNullable(TYPES.get(mime.substring(0, slash))).orElse(kind(one)), url.get());
    return mime.isEmpty() ? file : file.put("mime_type", mime);
  }

  /** Instagram tells no media type. */
  private static String kind(JsonNode one) {
    return one.has("video_data") ? "video" : one.has("image_data") ? "image" : "file";
  }

  private static ObjectNode share(JsonNode one) {
    ObjectNode share = attachment("share", Fields.text(one, "link").orElse(""));
    return Fields.text(one, "name").map(name -> share.put("title", name)).orElse(share);
  }

  private static ObjectNode attachment(String type, String url) {
    ObjectNode attachment = JsonNodeFactory.instance.objectNode().put("type", type);
    attachment.putObject("payload").put("url", url);
    return attachment;
  }

  private static void reply(JsonNode story, ObjectNode message) {
    if (story.isObject()) {
      ObjectNode to = message.putObject("reply_to").putObject("story");
      to.set("id", story.path("id"));
      to.set("url", story.path("link"));
    }
  }
}
