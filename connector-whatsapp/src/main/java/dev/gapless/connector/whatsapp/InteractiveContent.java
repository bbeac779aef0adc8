// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.http.payload.Data;
import dev.gapless.http.payload.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Answers to interactive messages: a button, a row of a list, a form, leave to call. */
final class InteractiveContent {
  private static final Map<String, Function<JsonNode, Content>> READERS =
      Map.of(
          "button_reply", InteractiveContent::choice,
          "list_reply", InteractiveContent::choice,
          "nfm_reply", FormContent::read,
          "call_permission_reply", InteractiveContent::callPermission);

  private InteractiveContent() {}

  static Content read(JsonNode interactive) {
    Optional<String> type = Fields.text(interactive, "type").or(() -> typeByContent(interactive));
    Optional<Function<JsonNode, Content>> reader = type.map(READERS::get);
    if (type.isEmpty() || reader.isEmpty()) {
      return new Content.Strange("interactive.type");
    }
    JsonNode reply = interactive.path(type.get());
    return reply.isObject()
        ? withType(type.get(), reader.get().apply(reply))
        : new Content.Strange("interactive." + type.get());
  }

  private static Optional<String> typeByContent(JsonNode interactive) {
    return Stream.of("button_reply", "list_reply", "nfm_reply", "call_permission_reply")
        .filter(interactive::has)
        .findFirst();
  }

  private static Content withType(String type, Content content) {
    if (content instanceof Content.Read read) {
      Data data = new Data().add("interactive.type", Optional.of(type)).addAll(read.data());
      return new Content.Read(read.text(), read.attachments(), data);
    }
    return content;
  }

  private static Content choice(JsonNode reply) {
    return Fields.text(reply, "title")
        .or(() -> Fields.text(reply, "id"))
        .map(
            title ->
                Content.text(
                    title, new Data().addAll("interactive", reply, List.of("id", "description"))))
        .orElse(new Content.Strange("interactive.title"));
  }

  private static Content callPermission(JsonNode reply) {
    return Fields.text(reply, "response")
        .map(
            response ->
                Content.text(
                    response,
                    new Data()
                        .addAll(
                            "call_permission",
                            reply,
                            List.of("response", "expiration_timestamp", "response_source"))))
        .orElse(new Content.Strange("interactive.call_permission_reply.response"));
  }
}
