// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.ItemKey;
import java.nio.charset.StandardCharsets;

/** Makes the keys of one account. */
final class Keys {
  private final String tenant;
  private final String account;

  Keys(String tenant, String account) {
    this.tenant = tenant;
    this.account = account;
  }

  /** A message, and whatever happens to it. */
  ItemKey message(String id) {
    return key("message", id);
  }

  /** One person has at most one reaction on one message; a later one replaces it. */
  ItemKey reaction(String target, String actor) {
    // The actor is often a phone number, and keys are printed more easily than people think.
    return key("reaction", nativeId(target + ":" + Digest.of(actor)));
  }

  /** Something that is no contact. */
  ItemKey notice(String kind, JsonNode json) {
    return key("notice", Keys.nativeId(kind + ":" + Digest.of(json)));
  }

  /**
   * Something that cannot be read; kept apart from what can, so that a readable copy still counts.
   */
  ItemKey unreadable(String digest) {
    return key("unreadable", digest);
  }

  private ItemKey key(String space, String id) {
    return new ItemKey(tenant, WhatsAppConnectorProvider.NAME, account, space, id);
  }

  /** The id of a message as part of a key: its own, or what it contains if it has none. */
  static String messageId(JsonNode message) {
    return Fields.id(message, "id").orElseGet(() -> Digest.of(message));
  }

  /** The id itself if a key can hold it, else its digest. */
  static String nativeId(String id) {
    return isUsable(id) ? id : Digest.of(id);
  }

  private static boolean isUsable(String id) {
    return id.getBytes(StandardCharsets.UTF_8).length <= ItemKey.MAX_ID_BYTES
        && id.codePoints().noneMatch(Keys::isUnfit);
  }

  private static boolean isUnfit(int point) {
    return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
  }
}
