// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Action;
import dev.gapless.api.Conversation;
import dev.gapless.api.DeliveryStatus;
import dev.gapless.api.Direction;
import dev.gapless.api.Fullness;
import dev.gapless.api.Interaction;
import dev.gapless.api.InteractionBuilder;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Kind;
import dev.gapless.api.channel.Item;
import dev.gapless.http.payload.Fields;
import dev.gapless.http.payload.Guard;
import dev.gapless.http.payload.NativeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of messages of the company: delivered or read. An event names them one by one, or
 * only says up to when.
 */
final class StatusReader {
  static final StatusReader DELIVERED = new StatusReader(DeliveryStatus.DELIVERED);
  static final StatusReader READ = new StatusReader(DeliveryStatus.READ);

  private final DeliveryStatus status;

  private StatusReader(DeliveryStatus status) {
    this.status = status;
  }

  /** An item per message named; one for the thread if none is. */
  List<Item> read(Element event, Element inner) {
    List<Element> named = inner.json().isObject() ? inner.children("mids") : List.of();
    return named.isEmpty()
        ? List.of(Guard.read(() -> whole(event, inner), inner::unreadable))
        : each(event, named);
  }

  private List<Item> each(Element event, List<Element> named) {
    List<Item> items = new ArrayList<>();
    for (Element mid : named) {
      items.add(Guard.read(() -> named(event, mid), mid::unreadable));
    }
    return items;
  }

  private Item named(Element event, Element mid) {
    JsonNode json = mid.json();
    return Fields.text(json)
        .filter(text -> !text.isBlank())
        .map(text -> DirectDraft.canonical(NativeId.of(text)))
        .map(id -> item(event, mid, event.keys().message(id), change()))
        .orElseGet(() -> mid.unreadable("is no id of a message"));
  }

  private Item whole(Element event, Element inner) {
    Optional<String> mid = DirectDraft.mid(inner.json(), "mid");
    if (mid.isPresent()) {
      return item(event, inner, event.keys().message(mid.get()), change());
    }
    Optional<String> watermark = Fields.text(inner.json(), "watermark");
    Optional<String> thread = Talk.of(event).conversation().map(Conversation::id);
    if (watermark.isEmpty() || thread.isEmpty()) {
      return inner.with(event.json()).unreadable("names neither a message nor a time in a thread");
    }
    ItemKey key = event.keys().key("watermark", thread.get());
    return item(event, inner, key, status.label() + ":" + Revision.word(watermark.get()));
  }

  private String change() {
    return "status:" + status.label();
  }

  /** It belongs to a message of the company, whoever tells. */
  private Item item(Element event, Element place, ItemKey key, String change) {
    Talk talk = Talk.of(event);
    DirectDraft draft = new DirectDraft(event, place, talk, false);
    InteractionBuilder builder =
        Interaction.builder(key, draft.at())
            .kind(Kind.STATUS)
            .action(Action.OBSERVED)
            .direction(Direction.OUT)
            .fullness(Fullness.PLACEHOLDER)
            .author(Talk.COMPANY)
            .status(status);
    talk.conversation().ifPresent(builder::conversation);
    talk.other().party().ifPresent(builder::customer);
    return draft.finish(builder, change, Content.none());
  }
}
