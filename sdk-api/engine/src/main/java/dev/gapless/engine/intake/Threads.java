// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.intake;

import dev.gapless.api.Conversation;
import dev.gapless.api.Interaction;
import dev.gapless.api.ItemKey;
import dev.gapless.engine.journal.JournalTransaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the lane of a conversation, under whichever of its ids it is met. */
final class Threads {
  /** The lane of the interaction's conversation, or one of its own. */
  long lane(JournalTransaction tx, Interaction interaction) {
    return interaction
        .conversation()
        .map(thread -> connect(tx, interaction.key(), thread))
        .orElseGet(tx::addLane);
  }

  /** Makes all ids of the conversation lead to one lane, joining lanes that turn out to be one. */
  long connect(JournalTransaction tx, ItemKey key, Conversation conversation) {
    String scope = scope(key);
    List<String> ids =
        Stream.concat(Stream.of(conversation.id()), conversation.aliases().stream()).toList();
    Map<String, Long> known = new HashMap<>();
    ids.forEach(id -> tx.lane(scope, id).ifPresent(lane -> known.put(id, lane)));
    List<Long> lanes = known.values().stream().distinct().sorted().toList();
    // The oldest lane stays: it is the one with the longest tail of waiting entries.
    long lane = lanes.isEmpty() ? newLane(tx, conversation) : lanes.get(0);
    // Joining a lane takes its ids along, so only those that led nowhere are left to tell.
    lanes.stream().skip(1).forEach(other -> tx.mergeLane(other, lane));
    ids.stream().filter(id -> !known.containsKey(id)).forEach(id -> tx.alias(scope, id, lane));
    return lane;
  }

  private static long newLane(JournalTransaction tx, Conversation conversation) {
    long lane = tx.addLane();
    tx.nameLane(lane, conversation.id());
    return lane;
  }

  private static String scope(ItemKey key) {
    return key.tenant().length() + ":" + key.tenant() + "|" + key.channel() + "|" + key.account();
  }
}
