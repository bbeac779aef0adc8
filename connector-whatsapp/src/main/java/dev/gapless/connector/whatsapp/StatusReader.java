// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Action;
import dev.gapless.api.DeliveryStatus;
import dev.gapless.api.Direction;
import dev.gapless.api.Fullness;
import dev.gapless.api.Interaction;
import dev.gapless.api.Kind;
import dev.gapless.api.channel.Item;
import dev.gapless.http.payload.Data;
import dev.gapless.http.payload.Digest;
import dev.gapless.http.payload.Envelope;
import dev.gapless.http.payload.Fields;
import dev.gapless.http.payload.NativeId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What became of a message of the company. It belongs to that message's item and to the recipient's
 * thread.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status">Status
 *     messages</a>
 */
final class StatusReader implements Function<Element, Item> {
  private static final Map<String, DeliveryStatus> VALUES =
      Map.of(
          "sent", DeliveryStatus.SENT,
          "delivered", DeliveryStatus.DELIVERED,
          "read", DeliveryStatus.READ,
          "played", DeliveryStatus.PLAYED,
          "failed", DeliveryStatus.FAILED);

  private static final String CALLS = "calls";
  private static final String PARTICIPANT_ID = "recipient_participant_id";
  private static final String PARTICIPANT_USER_ID = "recipient_participant_user_id";

  /** The page and its samples do not agree on the name. */
  private static final List<String> PARENT_USER_IDS =
      List.of("parent_recipient_user_id", "recipient_parent_user_id", "parent_user_id");

  @Override
  public Item apply(Element status) {
    JsonNode json = status.json();
    if (!json.isObject()) {
      return status.unexpectedType();
    }
    if (json.path("type").asText().equals("call")
        || status.scope().frame().field().filter(CALLS::equals).isPresent()) {
      return status.notice(CALLS, NoticeTable.rule(CALLS).orElse(Envelope.UNKNOWN));
    }
    DeliveryStatus value = VALUES.get(json.path("status").asText());
    return value == null
        ? status.notice("status", NoticeTable.UNKNOWN_STATUS)
        : known(status, value);
  }

  private static Item known(Element status, DeliveryStatus value) {
    Optional<String> group = group(status.json());
    Person recipient =
        status.scope().people().complete(recipient(status.json(), group.isPresent()));
    if (Fields.id(status.json(), "id").isEmpty() && group.isEmpty() && !recipient.isKnown()) {
      return status.unreadable("names neither a message (id) nor a recipient");
    }
    Interaction interaction =
        interaction(status, new Correspondence(Direction.OUT, recipient, group), value);
    return new Item.Contact(status.path(), change(value, group.map(any -> recipient)), interaction);
  }

  private static Interaction interaction(
      Element status, Correspondence between, DeliveryStatus value) {
    JsonNode json = status.json();
    Optional<Instant> at = status.scope().time(json.path("timestamp"));
    Data data = new Data();
    MessageContext.addErrors(json.path("errors"), data);
    data.add("callback_data", Fields.text(json, "biz_opaque_callback_data"))
        .add("time.replaced", at.isPresent() ? Optional.empty() : Optional.of("timestamp"));
    return between
        .interaction(
            status.scope().keys().message(NativeId.orDigest(json, "id")),
            at.orElse(status.scope().receivedAt()))
        .kind(Kind.STATUS)
        .action(Action.OBSERVED)
        .fullness(Fullness.PLACEHOLDER)
        .status(value)
        .data(data.toMap())
        .build();
  }

  /** In a group every member has a status of their own. */
  private static String change(DeliveryStatus value, Optional<Person> member) {
    return "status:"
        + value.label()
        + member.map(Person::steadiestId).map(id -> ":" + Digest.of(id)).orElse("");
  }

  private static Optional<String> group(JsonNode json) {
    boolean toGroup =
        json.path("recipient_type").asText().equals("group")
            || json.has(PARTICIPANT_ID)
            || json.has(PARTICIPANT_USER_ID);
    return toGroup ? Fields.id(json, "recipient_id") : Optional.empty();
  }

  private static Person recipient(JsonNode json, boolean inGroup) {
    return inGroup
        ? Person.of(
            Fields.id(json, PARTICIPANT_ID),
            Fields.id(json, PARTICIPANT_USER_ID),
            Fields.id(json, "recipient_participant_parent_user_id"))
        : Person.of(
            Fields.id(json, "recipient_id"),
            Fields.id(json, "recipient_user_id"),
            Fields.firstId(json, PARENT_USER_IDS));
  }
}
