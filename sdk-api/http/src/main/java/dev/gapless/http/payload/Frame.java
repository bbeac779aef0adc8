// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.payload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;

/**
 * What the levels of nesting above an element say about it.
 *
 * @param object what the webhook is about, as {@code page}
 * @param entryId the id of the account it is about
 * @param field the name of the change
 * @param time when the entry was sent, as it stands there; a missing node if it does not say
 */
public record Frame(
    Optional<String> object, Optional<String> entryId, Optional<String> field, JsonNode time) {
  /** Before any level. */
  public static final Frame NONE =
      new Frame(Optional.empty(), Optional.empty(), Optional.empty(), MissingNode.getInstance());

  /** The frame inside a level; what the level does not say stays. */
  Frame inside(JsonNode level) {
    JsonNode ownTime = level.path("time");
    return new Frame(
        Fields.word(level, "object").or(() -> object),
        Fields.id(level, "id").or(() -> entryId),
        Fields.word(level, "field").or(() -> field),
        ownTime.isMissingNode() ? time : ownTime);
  }

  /** Whether the webhook says that it is about something else than this. */
  public boolean isForeignTo(String ownObject) {
    return object.filter(name -> !name.equals(ownObject)).isPresent();
  }
}
