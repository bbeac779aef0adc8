// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Conversation;
import dev.gapless.api.channel.Item;
import dev.gapless.http.payload.Fields;
import java.util.Optional;
import java.util.function.Function;

/**
 * A person's number or user id changed. That is no contact, but it proves that the old and the new
 * id are one thread.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/system">System
 *     messages</a>
 */
final class IdentityNotices implements Function<Element, Item> {
  private static final String USER_ID_UPDATE = "user_id_update";

  /** An element of {@code user_id_update[]}. */
  @Override
  public Item apply(Element update) {
    JsonNode json = update.json();
    Person after =
        Person.of(
            Fields.id(json, "wa_id"),
            Fields.id(json.path("user_id"), "current").or(() -> Fields.id(json, "user_id")),
            Fields.id(json.path("parent_user_id"), "current"));
    Person before =
        Person.of(
            Optional.empty(),
            Fields.id(json.path("user_id"), "previous"),
            Fields.id(json.path("parent_user_id"), "previous"));
    return notice(update, USER_ID_UPDATE, after.sameThreadAs(before));
  }

  /** A message of the type {@code system}. */
  static Item system(Element message) {
    JsonNode json = message.json();
    JsonNode system = json.path("system");
    Person before =
        Person.of(
            Fields.id(json, "from"),
            Fields.id(json, "from_user_id"),
            Fields.id(json, "from_parent_user_id"));
    Person after =
        Person.of(
            Fields.id(system, "wa_id").or(() -> Fields.id(system, "new_wa_id")),
            Fields.id(system, "user_id"),
            Fields.id(system, "parent_user_id"));
    return notice(
        message, Fields.word(system, "type").orElse("system"), after.sameThreadAs(before));
  }

  private static Item notice(Element element, String kind, Optional<Conversation> thread) {
    Optional<String> rule = NoticeTable.rule(kind);
    return rule.isPresent()
        ? element.notice(kind, rule.get(), thread)
        : element.notice(kind, NoticeTable.SYSTEM);
  }
}
