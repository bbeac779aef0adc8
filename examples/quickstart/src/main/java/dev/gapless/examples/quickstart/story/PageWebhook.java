// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Writes a body as a Facebook page does: what is public and what is private, in one entry. */
final class PageWebhook {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final String PAGE = "100000000000500";
  private static final String POST = PAGE + "_900100";

  private final ArrayNode changes = JSON.createArrayNode();
  private final ArrayNode messaging = JSON.createArrayNode();

  /** The company writes on its own page. */
  PageWebhook post(Instant at, String text) {
    ours(change("status", "add", at)).put("message", text);
    return this;
  }

  /** Somebody comments below that post. */
  PageWebhook comment(Customer from, String id, Instant at, String text) {
    by(from, comment("add", id, at)).put("message", text);
    return this;
  }

  /** The company answers below a comment. */
  PageWebhook answer(String id, String to, Instant at, String text) {
    ours(comment("add", id, at)).put("parent_id", to).put("message", text);
    return this;
  }

  PageWebhook editComment(Customer from, String id, Instant at, String text) {
    by(from, comment("edited", id, at)).put("message", text);
    return this;
  }

  /** The company hides a comment from the public. */
  PageWebhook hide(Customer from, String id, Instant at) {
    by(from, comment("hide", id, at));
    return this;
  }

  PageWebhook angry(Customer from, String comment, Instant at) {
    by(from, change("reaction", "add", at))
        .put("comment_id", comment)
        .put("reaction_type", "anger");
    return this;
  }

  /** A customer writes in Messenger. */
  PageWebhook message(Customer from, String id, Instant at, String text) {
    event(from.pageScopedId(), PAGE, at).putObject("message").put("mid", id).put("text", text);
    return this;
  }

  /** The company wrote in Messenger, from whichever of its tools. */
  PageWebhook echo(Customer to, String id, Instant at, String text) {
    event(PAGE, to.pageScopedId(), at)
        .putObject("message")
        .put("mid", id)
        .put("is_echo", true)
        .put("text", text);
    return this;
  }

  byte[] bytes() {
    ObjectNode webhook = JSON.createObjectNode().put("object", "page");
    ObjectNode entry = webhook.putArray("entry").addObject().put("id", PAGE);
    if (!changes.isEmpty()) {
      entry.set("changes", changes);
    }
    if (!messaging.isEmpty()) {
      entry.set("messaging", messaging);
    }
    try {
      return JSON.writeValueAsBytes(webhook);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of nodes can always be written", e);
    }
  }

  private ObjectNode comment(String verb, String id, Instant at) {
    return change("comment", verb, at).put("comment_id", id).put("parent_id", POST);
  }

  private ObjectNode change(String item, String verb, Instant at) {
    return changes
        .addObject()
        .put("field", "feed")
        .putObject("value")
        .put("item", item)
        .put("verb", verb)
        .put("post_id", POST)
        .put("created_time", at.getEpochSecond());
  }

  private ObjectNode event(String from, String to, Instant at) {
    ObjectNode event = messaging.addObject().put("timestamp", at.toEpochMilli());
    event.putObject("sender").put("id", from);
    event.putObject("recipient").put("id", to);
    return event;
  }

  private static ObjectNode by(Customer one, ObjectNode value) {
    value.putObject("from").put("id", one.pageScopedId()).put("name", one.fullName());
    return value;
  }

  private static ObjectNode ours(ObjectNode value) {
    value.putObject("from").put("id", PAGE).put("name", "Example Shop");
    return value;
  }
}
