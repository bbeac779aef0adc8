// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.DeliveryStatus;
import dev.gapless.api.EventKey;
import dev.gapless.api.Fullness;
import dev.gapless.api.Interaction;
import dev.gapless.api.InteractionBuilder;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Kind;
import dev.gapless.api.channel.Item;
import dev.gapless.http.payload.Data;
import dev.gapless.http.payload.Fields;
import dev.gapless.http.payload.Keys;
import dev.gapless.http.payload.NativeId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A contact in the making: what every kind of message has in common. */
final class Draft {
  /** Imported media comes twice: first that it was there, perhaps later what it was. */
  private static final String MEDIA_PLACEHOLDER = "media_placeholder";

  private static final String CREATED_WITHOUT_MEDIA = EventKey.CREATED + ":placeholder";
  private static final char REPLACED = '\uFFFD';

  private static final Map<String, DeliveryStatus> PAST_STATUS =
      Map.of(
          "SENT", DeliveryStatus.SENT,
          "DELIVERED", DeliveryStatus.DELIVERED,
          "READ", DeliveryStatus.READ,
          "PLAYED", DeliveryStatus.PLAYED,
          "ERROR", DeliveryStatus.FAILED);

  private final Element element;
  private final Correspondence between;
  private final Optional<Instant> at;

  Draft(Element element, Correspondence between) {
    this.element = element;
    this.between = between;
    this.at = element.scope().time(element.json().path("timestamp"));
  }

  JsonNode json() {
    return element.json();
  }

  Keys keys() {
    return element.scope().keys();
  }

  Correspondence between() {
    return between;
  }

  /** The message's own id, or what stands for it. */
  String ownId() {
    return NativeId.orDigest(json(), "id");
  }

  InteractionBuilder start(ItemKey key) {
    InteractionBuilder builder = between.interaction(key, at.orElse(element.scope().receivedAt()));
    if (between.isOutbound()) {
      pastStatus().ifPresent(builder::status);
    }
    return builder;
  }

  /**
   * @param data what the content says; the circumstances are added to it
   */
  Item finish(InteractionBuilder builder, String change, Data data) {
    MessageContext.add(json(), data);
    addCircumstances(data);
    return new Item.Contact(element.path(), change, builder.data(data.toMap()).build());
  }

  /**
   * A contact that this version cannot show, kept under its own id.
   *
   * @param field what is unknown or wrong
   */
  Item unsupported(String field) {
    String type = ContentTable.type(json());
    Data data =
        new Data()
            .add("unsupported.type", unsupportedType(type))
            .add("unsupported.field", Optional.of(field).filter(name -> !name.equals("type")));
    InteractionBuilder builder =
        start(keys().message(ownId())).kind(Kind.UNSUPPORTED).fullness(Fullness.PLACEHOLDER);
    MessageContext.parent(json()).ifPresent(builder::parent);
    boolean mediaFollows = type.equals(MEDIA_PLACEHOLDER);
    return finish(builder, mediaFollows ? CREATED_WITHOUT_MEDIA : EventKey.CREATED, data);
  }

  private Optional<String> unsupportedType(String type) {
    return Fields.text(json().path("unsupported"), "type")
        .or(() -> Optional.of(type).filter(name -> !name.isEmpty()));
  }

  private Optional<DeliveryStatus> pastStatus() {
    return Fields.text(json().path("history_context"), "status").map(PAST_STATUS::get);
  }

  private void addCircumstances(Data data) {
    boolean history =
        element.scope().frame().field().filter(HistoryReader.FIELD::equals).isPresent();
    boolean replaced = element.scope().repaired() && json().toString().indexOf(REPLACED) >= 0;
    data.add(Interaction.SOURCE, history ? Optional.of(Interaction.HISTORY) : Optional.empty())
        .add("time.replaced", at.isPresent() ? Optional.empty() : Optional.of("timestamp"))
        .mark("encoding.replaced", replaced);
  }
}
