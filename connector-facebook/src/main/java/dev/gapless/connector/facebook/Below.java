// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.http.payload.Fields;
import java.util.Optional;

/**
 * A list below a post, conversation or media, or the replies to a comment on media.
 *
 * @param id the post, conversation or media
 * @param comment the comment whose replies they are; blank for the list of the element itself
 * @param handle the company's user name there; blank if it is not known
 * @param page the next page of it; blank for the first
 */
record Below(String id, String comment, String handle, String page) {
  private static final String ID = "id";
  private static final String COMMENT = "comment";
  private static final String HANDLE = "handle";
  private static final String PAGE = "page";

  /** The first page of the list below an element. */
  static Below of(JsonNode element) {
    return new Below(
        element.path(ID).asText(), "", Fields.text(element, "username").orElse(""), "");
  }

  static Optional<Below> read(JsonNode json) {
    return Fields.text(json, ID)
        .map(
            id ->
                new Below(
                    id,
                    json.path(COMMENT).asText(),
                    json.path(HANDLE).asText(),
                    json.path(PAGE).asText()));
  }

  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put(ID, id)
        .put(COMMENT, comment)
        .put(HANDLE, handle)
        .put(PAGE, page);
  }

  boolean isReplies() {
    return !comment.isBlank();
  }

  /** Whose list is asked for. */
  String owner() {
    return isReplies() ? comment : id;
  }

  Below at(String nextPage) {
    return new Below(id, comment, handle, nextPage);
  }

  Below replies(String to, String nextPage) {
    return new Below(id, to, handle, nextPage);
  }

  /** Says nothing of the user name. */
  @Override
  public String toString() {
    return "Below[" + owner() + "]";
  }
}
