// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.channel;

import dev.gapless.api.Conversation;
import dev.gapless.api.EventKey;
import dev.gapless.api.Interaction;
import dev.gapless.api.ItemKey;
import java.util.Optional;

/** One element of a receipt, read as far as it can be read. */
public sealed interface Item {
  /** Where in the receipt it stands, as {@code entry[0].changes[1].value.messages[0]}. */
  String path();

  /** What "seen before" is decided by. */
  EventKey event();

  /**
   * A contact, or a change of one.
   *
   * @param change the event part of the key, see {@link EventKey#change()}
   */
  record Contact(String path, String change, Interaction interaction) implements Item {
    @Override
    public EventKey event() {
      return new EventKey(interaction.key(), change);
    }
  }

  /**
   * Something that is no contact: it is counted as ignored by the named rule, and its raw form is
   * kept.
   *
   * @param kind what the platform calls it, as {@code account_update}
   * @param rule the rule that leaves it out, as {@code account-notice}; lower case with hyphens
   * @param conversation the ids that this notice proves to be one thread, as when a person changed
   *     their phone number; later contacts under any of them belong to one lane
   */
  record Notice(
      String path, EventKey event, String kind, String rule, Optional<Conversation> conversation)
      implements Item {

    /** A notice that says nothing about threads. */
    public Notice(String path, EventKey event, String kind, String rule) {
      this(path, event, kind, rule, Optional.empty());
    }
  }

  /**
   * Something that should be a contact and cannot be read. It is parked with the reason.
   *
   * @param key usually made from a digest of the element, so that a repeat is recognised
   * @param reason names the field and what is wrong with it, never its content
   */
  record Unreadable(String path, ItemKey key, String reason) implements Item {
    @Override
    public EventKey event() {
      return new EventKey(key, EventKey.CREATED);
    }
  }
}
