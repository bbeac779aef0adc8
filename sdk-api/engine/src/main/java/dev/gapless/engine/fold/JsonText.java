// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.fold;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** JSON as text, written member by member: no tree is made that would be thrown away at once. */
final class JsonText {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int USUAL_SIZE = 1_024;

  /** Writes one value. */
  @FunctionalInterface
  interface Writing {
    void to(JsonGenerator out) throws IOException;
  }

  private JsonText() {}

  static String of(Writing value) {
    StringWriter text = new StringWriter(USUAL_SIZE);
    try (JsonGenerator out = JSON.createGenerator(text)) {
      value.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can always be written", e);
    }
    return text.toString();
  }

  static JsonNode read(String text) throws JsonProcessingException {
    return JSON.readTree(text);
  }
}
