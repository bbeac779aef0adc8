// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.http.payload.Data;
import dev.gapless.http.payload.Fields;
import java.util.List;
import java.util.Optional;

/** Written text, and the text of a button of a template that was pressed. */
final class TextContent {
  private TextContent() {}

  static Content text(JsonNode text) {
    return Fields.text(text.path("body"))
        .map(body -> Content.text(body, new Data()))
        .orElse(new Content.Strange("text.body"));
  }

  static Content button(JsonNode button) {
    Optional<String> shown = Fields.text(button, "text").or(() -> Fields.text(button, "payload"));
    return shown
        .map(text -> Content.text(text, new Data().addAll("button", button, List.of("payload"))))
        .orElse(new Content.Strange("button.text"));
  }
}
