// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.http.payload.Fields;
import java.util.Optional;

/**
 * A comment on Instagram media, or a reply to one, that was read back, in the form of a change of
 * the field {@code comments}.
 *
 * @param media what all of them stand below
 * @param account the company's own account
 * @param handle its user name, which is all that some of its own comments show
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-comment">Instagram
 *     comment</a>
 */
record FetchedMediaComment(String media, String account, Optional<String> handle) {
  private static final String FROM = "from";
  private static final String USERNAME = "username";

  /**
   * @param answered the comment that it answers, if it is a reply
   */
  ObjectNode value(JsonNode comment, Optional<String> answered) {
    ObjectNode value = JsonNodeFactory.instance.objectNode();
    comment.properties().forEach(field -> value.set(field.getKey(), field.getValue()));
    value.remove(Reach.REPLIES);
    value.putObject("media").put("id", media);
    answered.filter(id -> !value.has("parent_id")).ifPresent(id -> value.put("parent_id", id));
    author(comment, value.putObject(FROM));
    return value;
  }

  private void author(JsonNode comment, ObjectNode from) {
    JsonNode said = comment.path(FROM);
    Optional<String> name = Fields.text(said, USERNAME).or(() -> Fields.text(comment, USERNAME));
    boolean own = name.isPresent() && name.equals(handle);
    Optional<String> id =
        own
            ? Optional.of(account)
            : Fields.text(said, "id").or(() -> Fields.text(comment.path("user"), "id"));
    id.ifPresent(text -> from.put("id", text));
    name.ifPresent(text -> from.put(USERNAME, text));
  }

  /** Says nothing of the user name. */
  @Override
  public String toString() {
    return "FetchedMediaComment[***]";
  }
}
