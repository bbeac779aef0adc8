// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import dev.gapless.api.Action;
import dev.gapless.api.Conversation;
import dev.gapless.api.Fullness;
import dev.gapless.api.InteractionBuilder;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Kind;
import dev.gapless.api.channel.Item;
import dev.gapless.http.payload.Data;
import dev.gapless.http.payload.Digest;
import dev.gapless.http.payload.Fields;
import java.util.Optional;

/** A like or another reaction to a post, a comment, a review or the page itself. */
final class PublicReaction {
  private PublicReaction() {}

  static Item read(PublicDraft draft, String verb) {
    Element change = draft.change();
    String target = Subject.target(change);
    String type = Fields.text(change.json(), "reaction_type").orElse("like");
    Optional<Action> action = VerbTable.action(verb).map(PublicReaction::asGivenOrTaken);
    Revision revision = revision(draft, verb, type, action);
    ItemKey key =
        change.keys().reaction(target, draft.actor().orElseGet(() -> Digest.of(change.json())));
    Kind kind = action.isPresent() ? Kind.REACTION : Kind.UNSUPPORTED;
    InteractionBuilder builder = draft.start(key, where(change), kind, revision).target(target);
    Data data = new Data().add("reaction.type", Optional.of(type));
    if (action.isEmpty()) {
      builder.fullness(Fullness.PLACEHOLDER);
      data.add("unsupported.field", Optional.of("verb"));
    }
    return draft.finish(builder, revision, Content.text(Emoji.of(type)).with(data));
  }

  /** Without a time of its own, for a later version may find that something was taken back then. */
  private static Revision revision(
      PublicDraft draft, String verb, String type, Optional<Action> action) {
    String change =
        action.isPresent()
            ? Revision.word(verb)
                + ":"
                + Revision.word(type)
                + ":"
                + draft.occurredAt().toEpochMilli()
            : Revision.unknown(verb, draft.change()).change();
    return new Revision(action.orElse(Action.CREATED), change, Optional.empty());
  }

  /** Another reaction of the same person takes the place of the first. */
  private static Action asGivenOrTaken(Action action) {
    return action == Action.REMOVED ? Action.REMOVED : Action.CREATED;
  }

  private static Subject where(Element change) {
    Optional<Conversation> thread =
        Subject.reviewThread(change).or(() -> Subject.post(change).thread());
    return new Subject("reaction", Optional.empty(), thread, Optional.empty());
  }
}
