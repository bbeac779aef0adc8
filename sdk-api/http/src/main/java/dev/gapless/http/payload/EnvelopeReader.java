// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.payload;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.channel.Item;
import java.util.List;
import java.util.Optional;

/** What a platform puts inside the envelope. Its methods never throw. */
public interface EnvelopeReader {
  /** Whether JSON that stands without its change is a value that the platform sent. */
  boolean looksReceived(JsonNode json);

  /**
   * The items of a level that is itself a value; empty if it is none.
   *
   * @param open whether the level also leads further in
   */
  Optional<List<Item>> bare(Level level, boolean open);

  /** The items of the value of a change; the value may be missing. */
  List<Item> value(Level value);

  /**
   * The items of one element of a list that stands directly in an entry.
   *
   * @param list {@code messaging} or {@code standby}
   */
  List<Item> event(String list, Level element);

  /** An item for something that leads nowhere, as {@link Keys#notice}. */
  Item notice(Level level, String kind, String rule);

  /** An item for a level that should be an object. */
  Item unexpectedType(Level level);
}
