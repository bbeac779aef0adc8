// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/**
 * A page that was read back, as it is kept: the platform's own elements in an envelope that says
 * whose they are and below what they stand.
 */
final class FetchedPage {
  /** How many fields a page has. */
  static final int FIELDS = 3;

  /** Links to further pages stand there, and repeat the token. */
  private static final String LINKS = "paging";

  private final ObjectNode body = JsonNodeFactory.instance.objectNode();
  private final Source source;
  private final ArrayNode entries;

  FetchedPage(Source source) {
    this.source = source;
    body.put("object", source.instagram() ? Contents.INSTAGRAM : Contents.PAGE);
    body.put(Fetched.FIELD, source.reach().edge);
    this.entries = body.putArray("entry");
  }

  Source source() {
    return source;
  }

  /** Adds the elements of the account's own list, without the lists below them. */
  void add(JsonNode list) {
    source.reach().outerKind().ifPresent(kind -> add(kind, list));
  }

  /** Adds the elements of a list below one of its elements. */
  void add(Below where, JsonNode list) {
    ObjectNode entry = add(source.reach().innerKind(), list).put(Fetched.BELOW, where.id());
    if (where.isReplies()) {
      entry.put(Fetched.ANSWERED, where.comment());
    }
    if (!where.handle().isBlank()) {
      entry.put(Fetched.HANDLE, where.handle());
    }
  }

  private ObjectNode add(Fetched kind, JsonNode list) {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put("id", source.account()).put(Fetched.FIELD, kind.word());
    ArrayNode data = entry.putArray("data");
    list.path("data").forEach(element -> data.add(kept(element)));
    if (!data.isEmpty()) {
      entries.add(entry);
    }
    return entry;
  }

  private JsonNode kept(JsonNode element) {
    JsonNode copy = element.deepCopy();
    if (copy instanceof ObjectNode object) {
      object.remove(source.reach().innerEdge);
    }
    copy.findParents(LINKS).forEach(holder -> ((ObjectNode) holder).remove(LINKS));
    return copy;
  }

  byte[] bytes() {
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }
}
