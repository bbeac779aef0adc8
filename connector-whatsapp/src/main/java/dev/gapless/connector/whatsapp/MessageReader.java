// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Action;
import dev.gapless.api.EventKey;
import dev.gapless.api.InteractionBuilder;
import dev.gapless.api.Kind;
import dev.gapless.api.channel.Item;
import dev.gapless.http.payload.Data;
import dev.gapless.http.payload.Fields;
import java.util.Optional;
import java.util.function.Function;

/** Reads a message, a change of one, or a reaction to one. */
final class MessageReader implements Function<Element, Item> {
  private static final String ORIGINAL = "original_message_id";

  private final Function<Element, Correspondence> who;

  MessageReader(Function<Element, Correspondence> who) {
    this.who = who;
  }

  @Override
  public Item apply(Element message) {
    if (!message.json().isObject()) {
      return message.unexpectedType();
    }
    String type = ContentTable.type(message.json());
    if (type.equals("system")) {
      return IdentityNotices.system(message);
    }
    return identified(message, draft -> read(type, draft));
  }

  /** An element of an array that this version does not know. */
  Item unknown(Element message) {
    return identified(message, draft -> draft.unsupported("type"));
  }

  private Item identified(Element message, Function<Draft, Item> read) {
    Correspondence between = who.apply(message);
    return between.isIdentified()
        ? read.apply(new Draft(message, between))
        : message.unreadable("names nobody: from, from_user_id and group_id are missing");
  }

  private static Item read(String type, Draft draft) {
    return switch (type) {
      case "reaction" -> reaction(draft);
      case "edit" -> edit(draft);
      case "revoke" -> revoke(draft);
      default -> created(type, draft);
    };
  }

  private static Item created(String type, Draft draft) {
    Content content = ContentTable.read(type, draft.json());
    if (content instanceof Content.Read read) {
      InteractionBuilder builder = draft.start(draft.keys().message(draft.ownId()));
      fill(builder, read, MessageContext.parent(draft.json()));
      return draft.finish(builder, EventKey.CREATED, read.data());
    }
    return draft.unsupported(((Content.Strange) content).field());
  }

  private static Item edit(Draft draft) {
    JsonNode edit = draft.json().path("edit");
    JsonNode inner = edit.path("message");
    Optional<String> original = Fields.id(edit, ORIGINAL);
    if (original.isEmpty()) {
      return draft.unsupported("edit." + ORIGINAL);
    }
    if (!(ContentTable.read(inner) instanceof Content.Read read)) {
      return draft.unsupported("edit.message");
    }
    InteractionBuilder builder =
        draft.start(draft.keys().message(original.get())).action(Action.EDITED);
    fill(builder, read, MessageContext.parent(inner).or(() -> MessageContext.parent(draft.json())));
    MessageContext.add(inner, read.data());
    return draft.finish(builder, "edited:" + draft.ownId(), read.data());
  }

  private static Item revoke(Draft draft) {
    return Fields.id(draft.json().path("revoke"), ORIGINAL)
        .map(
            original ->
                draft.finish(
                    draft.start(draft.keys().message(original)).action(Action.REMOVED),
                    "removed:" + draft.ownId(),
                    new Data()))
        .orElseGet(() -> draft.unsupported("revoke." + ORIGINAL));
  }

  /** Taking a reaction back is a reaction without an emoji. */
  private static Item reaction(Draft draft) {
    JsonNode reaction = draft.json().path("reaction");
    Optional<String> target = Fields.id(reaction, "message_id");
    JsonNode emoji = reaction.path("emoji");
    if (target.isEmpty()) {
      return draft.unsupported("reaction.message_id");
    }
    if (!emoji.isTextual() && !emoji.isNull() && !emoji.isMissingNode()) {
      return draft.unsupported("reaction.emoji");
    }
    Optional<String> shown = Fields.text(reaction, "emoji");
    InteractionBuilder builder =
        draft
            .start(draft.keys().reaction(target.get(), draft.between().actor()))
            .kind(Kind.REACTION)
            .action(shown.isPresent() ? Action.CREATED : Action.REMOVED)
            .target(target.get())
            .text(shown.orElse(""));
    return draft.finish(builder, draft.ownId(), new Data());
  }

  private static void fill(
      InteractionBuilder builder, Content.Read content, Optional<String> parent) {
    builder.text(content.text()).attachments(content.attachments());
    parent.ifPresent(builder::parent);
  }
}
