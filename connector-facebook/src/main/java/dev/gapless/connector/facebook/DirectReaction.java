// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Action;
import dev.gapless.api.Kind;
import dev.gapless.api.channel.Item;
import dev.gapless.http.payload.Data;
import dev.gapless.http.payload.Fields;
import java.util.Map;
import java.util.Optional;

/** A reaction to a message, or that it was taken back. */
final class DirectReaction {
  private static final Map<String, Action> ACTIONS =
      Map.of("react", Action.CREATED, "unreact", Action.REMOVED);

  private DirectReaction() {}

  static Item read(DirectDraft draft) {
    JsonNode reaction = draft.json();
    Optional<String> target = draft.mid();
    String word = Fields.text(reaction, "action").orElse("react");
    Action action = ACTIONS.get(word);
    if (target.isEmpty() || action == null) {
      return draft.unknown("reaction");
    }
    String type = Fields.text(reaction, "reaction").orElse("");
    String sign = Fields.text(reaction, "emoji").orElseGet(() -> Emoji.of(type));
    Content content =
        Content.text(action == Action.REMOVED ? "" : sign)
            .with(new Data().add("reaction.type", Optional.of(type).filter(t -> !t.isEmpty())));
    return draft.finish(
        draft
            .start(draft.reactionKey(target.get()))
            .kind(Kind.REACTION)
            .action(action)
            .target(target.get()),
        draft.at().toEpochMilli() + ":" + word + ":" + Revision.word(type),
        content);
  }
}
