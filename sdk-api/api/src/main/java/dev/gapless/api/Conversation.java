// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api;

import java.util.List;

/**
 * The thread a contact belongs to; never the same thing as its sender. Unique within tenant,
 * channel and account.
 *
 * @param id the thread's preferred id; never blank
 * @param aliases other ids of the same thread that this contact proves, as a user id beside a phone
 *     number. A later contact that knows only one of them still lands in the same lane.
 */
public record Conversation(String id, List<String> aliases) {
  public Conversation {
    if (id.isBlank()) {
      throw new IllegalArgumentException("Conversation needs an id");
    }
    // Most threads have none.
    aliases =
        aliases.isEmpty()
            ? List.of()
            : aliases.stream().distinct().filter(alias -> !alias.isBlank()).toList();
  }

  /** A thread with one id. */
  public static Conversation of(String id) {
    return new Conversation(id, List.of());
  }

  /** Conversation ids are often phone numbers, so they are not printed. */
  @Override
  public String toString() {
    return "Conversation[***]";
  }
}
