// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.fold;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Interaction;
import dev.gapless.api.ItemKey;
import dev.gapless.engine.journal.JournalException;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Writes and reads the fold of an item as the journal keeps it. */
public final class ItemStateJson {
  /** What is left of a state whose content has expired: that it has. */
  public static final String EXPIRED = "{\"expired\":true}";

  private ItemStateJson() {}

  public static String write(ItemState state) {
    return JsonText.of(
        out -> {
          out.writeStartObject();
          put(out, "original", state.original());
          put(out, "edit", state.edit());
          put(out, "exposure", state.exposure());
          put(out, "status", state.status());
          if (state.removedAt().isPresent()) {
            out.writeStringField("removedAt", state.removedAt().get().toString());
          }
          out.writeEndObject();
        });
  }

  /** Whether the content has expired; such a state reads as the empty one. */
  public static boolean isExpired(String state) {
    return state.equals(EXPIRED);
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
      return JsonText.read(state);
    } catch (JsonProcessingException e) {
      // The parser's own message quotes the text, so it is left behind.
      throw new JournalException(
          "the journal holds an item whose state is not readable; restore the journal from a backup");
    }
  }

  private static void put(JsonGenerator out, String name, Optional<Interaction> part)
      throws IOException {
    if (part.isPresent()) {
      out.writeFieldName(name);
      InteractionJson.write(part.get(), out);
    }
  }

  private static Optional<Interaction> get(ItemKey key, JsonNode in, String name) {
    return Optional.ofNullable(in.get(name)).map(part -> InteractionJson.read(key, part));
  }
}
