// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A page that was read back, as it is kept: the platform's own elements in an envelope that says
 * whose they are and below what they stand.
 */
final class FetchedPage {
  private final ObjectNode body = JsonNodeFactory.instance.objectNode();
  private final Source source;
  private final ArrayNode entries;

  FetchedPage(Source source) {
    this.source = source;
    body.put("object", source.instagram() ? Contents.INSTAGRAM : Contents.PAGE);
    body.put(Fetched.FIELD, source.reach().edge);
    this.entries = body.putArray("entry");
  }

  /**
   * Adds elements, without the lists below them.
   *
   * @param below the id of what they stand below; blank for none
   */
  void add(Fetched kind, String below, List<JsonNode> elements) {
    if (elements.isEmpty()) {
      return;
    }
    ObjectNode entry =
        entries.addObject().put("id", source.account()).put(Fetched.FIELD, kind.word());
    if (!below.isBlank()) {
      entry.put(Fetched.BELOW, below);
    }
    ArrayNode data = entry.putArray("data");
    elements.forEach(element -> data.add(withoutLists(element)));
  }

  private JsonNode withoutLists(JsonNode element) {
    return element.isObject() && element.has(source.reach().innerEdge)
        ? ((ObjectNode) element.deepCopy()).without(source.reach().innerEdge)
        : element;
  }

  byte[] bytes() {
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }
}
