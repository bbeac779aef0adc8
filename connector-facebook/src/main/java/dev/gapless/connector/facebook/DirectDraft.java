// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Action;
import dev.gapless.api.Fullness;
import dev.gapless.api.Interaction;
import dev.gapless.api.InteractionBuilder;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Kind;
import dev.gapless.api.Party;
import dev.gapless.api.channel.Item;
import dev.gapless.http.payload.Data;
import dev.gapless.http.payload.Digest;
import dev.gapless.http.payload.Fields;
import java.time.Instant;
import java.util.Optional;

/** A private contact in the making: what every messaging event has in common. */
final class DirectDraft {
  private static final String MID = "mid";

  private final Element event;
  private final Element inner;
  private final Talk talk;
  private final boolean standby;
  private final Optional<Instant> at;

  /**
   * @param event the element of {@code messaging[]}
   * @param inner its content, as {@code message}
   * @param standby whether it is a copy, because another app has the thread
   */
  DirectDraft(Element event, Element inner, Talk talk, boolean standby) {
    this.event = event;
    this.inner = inner;
    this.talk = talk;
    this.standby = standby;
    this.at = event.time(event.json().path("timestamp"));
  }

  /** The content of the event. */
  JsonNode json() {
    return inner.json();
  }

  JsonNode event() {
    return event.json();
  }

  Talk talk() {
    return talk;
  }

  Optional<String> mid() {
    return mid(inner.json(), MID);
  }

  /** The id of a message under the name, in its one form. */
  static Optional<String> mid(JsonNode json, String name) {
    return Fields.id(json, name).map(DirectDraft::canonical);
  }

  /** Reading back gives old ids another prefix than events have. */
  static String canonical(String mid) {
    return mid.startsWith("m_mid.") ? mid.substring("m_".length()) : mid;
  }

  ItemKey messageKey() {
    return event.keys().message(mid().orElseGet(() -> Digest.of(event.json())));
  }

  ItemKey reactionKey(String target) {
    return event.keys().reaction(target, talk.actor());
  }

  Instant at() {
    return at.or(event::sentAt).orElse(event.receivedAt());
  }

  /** The time of a copy's reading. */
  Instant readAt() {
    return event.receivedAt();
  }

  InteractionBuilder start(ItemKey key) {
    InteractionBuilder builder = Interaction.builder(key, at()).direction(talk.direction());
    Optional<Party> other = talk.other().party();
    talk.conversation().ifPresent(builder::conversation);
    other.ifPresent(builder::customer);
    if (talk.isOutbound()) {
      builder.author(Talk.COMPANY);
    } else {
      other.ifPresent(builder::author);
    }
    return builder;
  }

  /**
   * @param content to whose data the circumstances are added
   */
  Item finish(InteractionBuilder builder, String change, Content content) {
    addCircumstances(content.data());
    Interaction reading = content.fill(builder).build();
    return new Item.Contact(inner.path(), Revision.change(change, reading), reading);
  }

  /** Something this version does not know, under the id it names; never the message itself. */
  Item unknown(String type) {
    String change = Revision.UNKNOWN + Revision.word(type) + ":" + Digest.of(event.json());
    return unsupported(type, change, Content.none());
  }

  Item unsupported(String type, String change, Content content) {
    return unsupported(type, start(messageKey()), change, content);
  }

  /**
   * @param builder what has been {@link #start started}
   */
  Item unsupported(String type, InteractionBuilder builder, String change, Content content) {
    Data what = new Data().add("unsupported.type", Optional.of(type).filter(Fields::isWord));
    return finish(
        builder.kind(Kind.UNSUPPORTED).fullness(Fullness.PLACEHOLDER), change, content.with(what));
  }

  Item removed() {
    return finish(start(messageKey()).action(Action.REMOVED), "removed", Content.none());
  }

  private void addCircumstances(Data data) {
    boolean timed = at.isPresent() || event.sentAt().isPresent();
    data.mark("standby", standby)
        .add("time.replaced", timed ? Optional.empty() : Optional.of("timestamp"))
        .mark("encoding.replaced", event.isRepaired());
  }
}
