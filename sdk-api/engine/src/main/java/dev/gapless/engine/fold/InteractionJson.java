// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.fold;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Action;
import dev.gapless.api.Attachment;
import dev.gapless.api.Conversation;
import dev.gapless.api.DeliveryStatus;
import dev.gapless.api.Direction;
import dev.gapless.api.Fullness;
import dev.gapless.api.Identifier;
import dev.gapless.api.Interaction;
import dev.gapless.api.InteractionBuilder;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Kind;
import dev.gapless.api.Party;
import dev.gapless.api.Visibility;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form in which the journal keeps an interaction. Left-out members mean empty. */
final class InteractionJson {
  private InteractionJson() {}

  static void write(Interaction one, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("kind", one.kind().name());
    out.writeStringField("action", one.action().name());
    out.writeStringField("direction", one.direction().name());
    out.writeStringField("visibility", one.visibility().name());
    out.writeStringField("fullness", one.fullness().name());
    out.writeStringField("text", one.text());
    writeMoments(one, out);
    if (one.conversation().isPresent()) {
      writeThread(one.conversation().get(), out);
    }
    writeText("parent", one.parent(), out);
    writeText("target", one.target(), out);
    writeParty("author", one.author(), out);
    writeParty("customer", one.customer(), out);
    writeText("status", one.status().map(DeliveryStatus::name), out);
    out.writeArrayFieldStart("attachments");
    for (Attachment attachment : one.attachments()) {
      writeAttachment(attachment, out);
    }
    out.writeEndArray();
    out.writeObjectFieldStart("data");
    for (Map.Entry<String, String> field : one.data().entrySet()) {
      out.writeStringField(field.getKey(), field.getValue());
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  static Interaction read(ItemKey key, JsonNode in) {
    InteractionBuilder out =
        Interaction.builder(key, Instant.parse(in.path("occurredAt").asText()))
            .changedAt(Instant.parse(in.path("changedAt").asText()))
            .kind(Kind.valueOf(in.path("kind").asText()))
            .action(Action.valueOf(in.path("action").asText()))
            .direction(Direction.valueOf(in.path("direction").asText()))
            .visibility(Visibility.valueOf(in.path("visibility").asText()))
            .fullness(Fullness.valueOf(in.path("fullness").asText()))
            .text(in.path("text").asText())
            .attachments(attachments(in.path("attachments")))
            .data(data(in.path("data")));
    text(in, "parent").ifPresent(out::parent);
    text(in, "target").ifPresent(out::target);
    text(in, "status").map(DeliveryStatus::valueOf).ifPresent(out::status);
    child(in, "author").map(InteractionJson::party).ifPresent(out::author);
    child(in, "customer").map(InteractionJson::party).ifPresent(out::customer);
    child(in, "conversation").map(InteractionJson::conversation).ifPresent(out::conversation);
    return out.build();
  }

  private static void writeMoments(Interaction one, JsonGenerator out) throws IOException {
    String occurred = one.occurredAt().toString();
    out.writeStringField("occurredAt", occurred);
    // The same for all that was not changed since, and costly to write out.
    boolean same = one.changedAt().equals(one.occurredAt());
    out.writeStringField("changedAt", same ? occurred : one.changedAt().toString());
  }

  private static void writeText(String name, Optional<String> value, JsonGenerator out)
      throws IOException {
    if (value.isPresent()) {
      out.writeStringField(name, value.get());
    }
  }

  private static void writeThread(Conversation thread, JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("conversation");
    out.writeStringField("id", thread.id());
    out.writeArrayFieldStart("aliases");
    for (String alias : thread.aliases()) {
      out.writeString(alias);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static Conversation conversation(JsonNode in) {
    List<String> aliases = new ArrayList<>();
    in.path("aliases").forEach(alias -> aliases.add(alias.asText()));
    return new Conversation(in.path("id").asText(), aliases);
  }

  private static void writeParty(String role, Optional<Party> party, JsonGenerator out)
      throws IOException {
    if (party.isEmpty()) {
      return;
    }
    out.writeObjectFieldStart(role);
    writeText("name", party.get().name(), out);
    out.writeArrayFieldStart("identifiers");
    for (Identifier one : party.get().identifiers()) {
      out.writeStartObject();
      out.writeStringField("type", one.type());
      out.writeStringField("value", one.value());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static Party party(JsonNode in) {
    List<Identifier> identifiers = new ArrayList<>();
    for (JsonNode one : in.path("identifiers")) {
      identifiers.add(new Identifier(one.path("type").asText(), one.path("value").asText()));
    }
    return new Party(text(in, "name"), identifiers);
  }

  private static void writeAttachment(Attachment attachment, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("type", attachment.type());
    writeText("id", attachment.id(), out);
    writeText("url", attachment.url(), out);
    writeText("mime", attachment.mime(), out);
    writeText("fileName", attachment.fileName(), out);
    writeText("sha256", attachment.sha256(), out);
    out.writeEndObject();
  }

  private static List<Attachment> attachments(JsonNode in) {
    List<Attachment> out = new ArrayList<>();
    for (JsonNode one : in) {
      out.add(
          new Attachment(
              one.path("type").asText(),
              text(one, "id"),
              text(one, "url"),
              text(one, "mime"),
              text(one, "fileName"),
              text(one, "sha256")));
    }
    return out;
  }

  private static Map<String, String> data(JsonNode in) {
    Map<String, String> out = new LinkedHashMap<>();
    in.properties().forEach(field -> out.put(field.getKey(), field.getValue().asText()));
    return out;
  }

  private static Optional<JsonNode> child(JsonNode in, String name) {
    return Optional.ofNullable(in.get(name));
  }

  private static Optional<String> text(JsonNode in, String name) {
    return child(in, name).map(JsonNode::asText);
  }
}
