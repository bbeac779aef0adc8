// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.entry;

import dev.gapless.api.Conversation;
import dev.gapless.api.Interaction;
import dev.gapless.api.ItemKey;

/** Names a conversation as {@link ItemKey} names an item: without blanks, and never reversible. */
public final class ConversationKey {
  private ConversationKey() {}

  /** 64 characters of hex; a contact without conversation is one of its own. */
  public static String of(Interaction interaction) {
    ItemKey item = interaction.key();
    return interaction
        .conversation()
        .map(Conversation::id)
        .map(id -> new ItemKey(item.tenant(), item.channel(), item.account(), "conversation", id))
        .orElse(item)
        .sha256Hex();
  }
}
