// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Action;
import dev.gapless.api.EventKey;
import dev.gapless.api.Fullness;
import dev.gapless.api.InteractionBuilder;
import dev.gapless.api.Kind;
import dev.gapless.api.channel.Item;
import dev.gapless.http.payload.Data;
import dev.gapless.http.payload.Fields;
import java.util.List;
import java.util.Optional;

/** Reads messages, changes of them, and what stands for a message. */
final class MessageReader {
  private static final List<String> REFERRAL = List.of("ref", "source", "type", "ad_id");
  private static final List<String> ADVERT =
      List.of("ad_title", "photo_url", "video_url", "post_id", "product_id", "flow_id");

  private MessageReader() {}

  /** What a person wrote, or the company somewhere else (an echo); or that it was unsent. */
  static Item message(DirectDraft draft) {
    return Fields.isTrue(draft.json(), "is_deleted")
        ? draft.removed()
        : shown(draft, Action.CREATED);
  }

  /** A message that was read back. Between whom it was may be missing; its thread is known. */
  static Item copy(DirectDraft draft) {
    return shown(draft, Action.OBSERVED);
  }

  private static Item shown(DirectDraft draft, Action action) {
    MessageContent read = MessageContent.read(draft.json());
    Content content = read.content().with(context(draft));
    String change =
        action == Action.OBSERVED ? "observed:" + read.content().digest() : EventKey.CREATED;
    InteractionBuilder builder = draft.start(draft.messageKey()).action(action);
    if (action == Action.OBSERVED) {
      builder.changedAt(draft.readAt());
    }
    boolean named = draft.talk().isIdentified();
    if (!named || content.isEmpty() || Fields.isTrue(draft.json(), "is_unsupported")) {
      content.data().add("unsupported.field", named ? Optional.empty() : Optional.of("from"));
      return draft.unsupported("message", builder, change, content);
    }
    if (!read.whole()) {
      builder.kind(Kind.UNSUPPORTED).fullness(Fullness.THIN);
    }
    DirectDraft.mid(draft.json().path("reply_to"), "mid").ifPresent(builder::parent);
    return draft.finish(builder, change, content);
  }

  static Item edit(DirectDraft draft) {
    Optional<String> text = Fields.text(draft.json(), "text");
    if (draft.mid().isEmpty() || text.isEmpty()) {
      return draft.unknown("message_edit");
    }
    String number = Fields.text(draft.json(), "num_edit").orElse("");
    return draft.finish(
        draft.start(draft.messageKey()).action(Action.EDITED),
        "edited:" + Revision.word(number),
        Content.text(text.get()));
  }

  /** A button of the company's that was pressed; copies for other apps come without payload. */
  static Item postback(DirectDraft draft) {
    JsonNode postback = draft.json();
    Optional<String> shown =
        Fields.text(postback, "title").or(() -> Fields.text(postback, "payload"));
    Content content =
        Content.text(shown.orElse(""))
            .with(new Data().addAll("postback", postback, List.of("payload")))
            .with(referral(postback.path("referral")));
    return shown.isPresent()
        ? draft.finish(draft.start(draft.messageKey()), EventKey.CREATED, content)
        : draft.unsupported("postback", EventKey.CREATED, content);
  }

  /** A person came back to the thread through a link or an advertisement. */
  static Item referral(DirectDraft draft) {
    Content content =
        Content.text(Fields.text(draft.json(), "ref").orElse("")).with(referral(draft.json()));
    return draft.finish(draft.start(draft.messageKey()), EventKey.CREATED, content);
  }

  private static Data context(DirectDraft draft) {
    JsonNode message = draft.json();
    JsonNode story = message.path("reply_to").path("story");
    boolean echo = Fields.isTrue(message, "is_echo");
    return new Data()
        .addAll("quick_reply", message.path("quick_reply"), List.of("payload"))
        .addAll("story", story, List.of("id", "url"))
        .add("echo.app_id", echo ? Fields.text(message, "app_id") : Optional.empty())
        .add("echo.metadata", echo ? Fields.text(message, "metadata") : Optional.empty())
        .addAll("prior_message", draft.event().path("prior_message"), List.of("source"))
        .addAll(referral(message.path("referral")));
  }

  /** The link or advertisement a chat began with. */
  private static Data referral(JsonNode referral) {
    return new Data()
        .addAll("referral", referral, REFERRAL)
        .addAll("referral.ad", referral.path("ads_context_data"), ADVERT);
  }
}
