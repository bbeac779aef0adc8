// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.payload;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Conversation;
import dev.gapless.api.EventKey;
import dev.gapless.api.ItemKey;
import dev.gapless.api.channel.Item;
import java.util.Optional;

/** Makes the keys of one account, and the items that have nothing but a key and a place. */
public final class Keys {
  private final String tenant;
  private final String channel;
  private final String account;

  /** The parts as in {@link ItemKey}; each fit for one. */
  public Keys(String tenant, String channel, String account) {
    this.tenant = tenant;
    this.channel = channel;
    this.account = account;
  }

  /** A contact of any space; the id is made fit first. */
  public ItemKey key(String space, String id) {
    return new ItemKey(tenant, channel, account, space, NativeId.of(id));
  }

  /** A message, and whatever happens to it. */
  public ItemKey message(String id) {
    return key("message", id);
  }

  /** One person has at most one reaction on one target; a later one replaces it. */
  public ItemKey reaction(String target, String actor) {
    // The actor is often a phone number, and keys are printed more easily than people think.
    return key("reaction", target + ":" + Digest.of(actor));
  }

  /** Something that is no contact. */
  public Item notice(Place at, String kind, String rule, Optional<Conversation> conversation) {
    return new Item.Notice(
        at.path(),
        new EventKey(notice(kind, at.json()), EventKey.CREATED),
        kind,
        rule,
        conversation);
  }

  /** Something that should be a contact; the reason names the place by itself. */
  public Item unreadable(Place at, String problem) {
    return unreadable(at.path(), Digest.of(at.json()), at.path() + " " + problem);
  }

  /** Something whose content is known by its digest only. */
  public Item unreadable(String path, String digest, String reason) {
    // Kept apart from what can be read, so that a readable copy still counts.
    return new Item.Unreadable(path, key("unreadable", digest), reason);
  }

  private ItemKey notice(String kind, JsonNode json) {
    return key("notice", kind + ":" + Digest.of(json));
  }
}
