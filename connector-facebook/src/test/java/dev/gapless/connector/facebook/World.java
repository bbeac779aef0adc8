// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** One contact as a webhook tells it, and as it is read back. */
final class World {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter GRAPH =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx", Locale.ROOT);

  private World() {}

  /** A comment; {@code parent} is another comment's id. */
  record Comment(String id, Optional<String> parent, String from, Instant at, String text) {
    String webhook() {
      ObjectNode value = JSON.createObjectNode();
      value.put("item", "comment").put("verb", "add").put("comment_id", id);
      value.put("post_id", Samples.POST).put("parent_id", parent.orElse(Samples.POST));
      value.put("message", text).put("created_time", at.getEpochSecond());
      value.putObject("from").put("id", from).put("name", "N " + from);
      return Samples.change("feed", value.toString());
    }

    ObjectNode graph() {
      ObjectNode comment = JSON.createObjectNode();
      comment.put("id", id).put("message", text).put("created_time", graphTime(at));
      comment.putObject("from").put("id", from).put("name", "N " + from);
      parent.ifPresent(above -> comment.putObject("parent").put("id", above));
      return comment;
    }
  }

  /** What a message may have with it. */
  enum Extra {
    NONE,
    PICTURE,
    LINK,
    STICKER
  }

  /** A message between the page and a person. */
  record Message(String id, boolean fromPage, String person, Instant at, String text, Extra extra) {
    private static final String SHARED = "https://www.example.org/shop?item=7";
    private static final String URL = "https://scontent.example.org/v/1_2_3_n.jpg";

    String webhook() {
      ObjectNode event = JSON.createObjectNode();
      event.putObject("sender").put("id", fromPage ? Samples.PAGE : person);
      event.putObject("recipient").put("id", fromPage ? person : Samples.PAGE);
      event.put("timestamp", at.toEpochMilli());
      ObjectNode message = event.putObject("message");
      message.put("mid", id.replaceFirst("^m_mid\\.", "mid."));
      if (fromPage) {
        message.put("is_echo", true);
      }
      if (!text.isEmpty()) {
        message.put("text", text);
      }
      if (extra != Extra.NONE) {
        attach(message.putArray("attachments").addObject());
      }
      ObjectNode body = JSON.createObjectNode().put("object", "page");
      ObjectNode entry = body.putArray("entry").addObject().put("id", Samples.PAGE);
      entry.putArray("messaging").add(event);
      return body.toString();
    }

    private void attach(ObjectNode attachment) {
      ObjectNode payload = attachment.putObject("payload");
      switch (extra) {
        case LINK -> {
          attachment.put("type", "fallback").put("title", "Shop");
          payload.put("url", SHARED);
        }
        case STICKER -> {
          attachment.put("type", "image");
          payload.put("url", URL + "?oh=1").put("sticker_id", 369239263222822L);
        }
        default -> {
          attachment.put("type", "image");
          payload.put("url", URL + "?oh=1");
        }
      }
    }

    ObjectNode graph() {
      ObjectNode message = JSON.createObjectNode();
      message.put("id", id).put("created_time", graphTime(at)).put("message", text);
      message.putObject("from").put("id", fromPage ? Samples.PAGE : person).put("name", "N");
      ArrayNode to = message.putObject("to").putArray("data");
      to.addObject().put("id", fromPage ? person : Samples.PAGE).put("name", "M");
      switch (extra) {
        case PICTURE -> {
          ObjectNode file = message.putObject("attachments").putArray("data").addObject();
          file.put("id", "900").put("mime_type", "image/jpeg");
          file.putObject("image_data").put("url", URL + "?oh=2");
        }
        case LINK ->
            message
                .putObject("shares")
                .putArray("data")
                .addObject()
                .put("name", "Shop")
                .put("link", SHARED);
        case STICKER -> message.put("sticker", URL + "?oh=2");
        case NONE -> message.putObject("shares").putArray("data");
      }
      return message;
    }
  }

  static ObjectNode post(String id, Instant created, Instant updated) {
    ObjectNode post = JSON.createObjectNode();
    post.put("id", id).put("message", "post " + id);
    post.put("created_time", graphTime(created)).put("updated_time", graphTime(updated));
    post.putObject("from").put("id", Samples.PAGE).put("name", "Example Page");
    return post;
  }

  static ObjectNode thread(String id, Instant updated) {
    return JSON.createObjectNode().put("id", id).put("updated_time", graphTime(updated));
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static String graphTime(Instant at) {
    return GRAPH.format(at.atOffset(ZoneOffset.UTC));
  }
}
