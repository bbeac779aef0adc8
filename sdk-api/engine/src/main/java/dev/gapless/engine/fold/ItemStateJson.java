// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.fold;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.Interaction;
import dev.gapless.api.ItemKey;
import dev.gapless.engine.journal.JournalException;
import java.time.Instant;
import java.util.Optional;

/** Writes and reads the fold of an item as the journal keeps it. */
public final class ItemStateJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ItemStateJson() {}

  public static String write(ItemState state) {
    ObjectNode out = JSON.createObjectNode();
    put(out, "original", state.original());
    put(out, "edit", state.edit());
    put(out, "exposure", state.exposure());
    put(out, "status", state.status());
    state.removedAt().ifPresent(at -> out.put("removedAt", at.toString()));
    return out.toString();
  }

  /** The empty text, which stands for nothing folded yet, is the empty state. */
  public static ItemState read(ItemKey key, String state) {
    if (state.isEmpty()) {
      return ItemState.EMPTY;
    }
    JsonNode in = parse(state);
    return new ItemState(
        get(key, in, "original"),
        get(key, in, "edit"),
        Optional.ofNullable(in.get("removedAt")).map(at -> Instant.parse(at.asText())),
        get(key, in, "exposure"),
        get(key, in, "status"));
  }

  private static JsonNode parse(String state) {
    try {
      return JSON.readTree(state);
    } catch (JsonProcessingException e) {
      // The parser's own message quotes the text, so it is left behind.
      throw new JournalException(
          "the journal holds an item whose state is not readable; restore the journal from a backup");
    }
  }

  private static void put(ObjectNode out, String name, Optional<Interaction> part) {
    part.ifPresent(interaction -> out.set(name, InteractionJson.write(interaction)));
  }

  private static Optional<Interaction> get(ItemKey key, JsonNode in, String name) {
    return Optional.ofNullable(in.get(name)).map(part -> InteractionJson.read(key, part));
  }
}
