// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.fold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form in which the journal keeps an interaction. Left-out members mean empty. */
final class InteractionJson {
  private InteractionJson() {}

  static ObjectNode write(Interaction one) {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.put("kind", one.kind().name()).put("action", one.action().name());
    out.put("direction", one.direction().name()).put("visibility", one.visibility().name());
    out.put("fullness", one.fullness().name()).put("text", one.text());
    out.put("occurredAt", one.occurredAt().toString()).put("changedAt", one.changedAt().toString());
    one.conversation().ifPresent(thread -> out.set("conversation", conversation(thread)));
    one.parent().ifPresent(parent -> out.put("parent", parent));
    one.target().ifPresent(target -> out.put("target", target));
    one.author().ifPresent(author -> out.set("author", party(author)));
    one.customer().ifPresent(customer -> out.set("customer", party(customer)));
    one.status().ifPresent(status -> out.put("status", status.name()));
    ArrayNode attachments = out.putArray("attachments");
    one.attachments().forEach(attachment -> attachments.add(attachment(attachment)));
    ObjectNode data = out.putObject("data");
    one.data().forEach(data::put);
    return out;
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

  private static ObjectNode conversation(Conversation thread) {
    ObjectNode out = JsonNodeFactory.instance.objectNode().put("id", thread.id());
    ArrayNode aliases = out.putArray("aliases");
    thread.aliases().forEach(aliases::add);
    return out;
  }

  private static Conversation conversation(JsonNode in) {
    List<String> aliases = new ArrayList<>();
    in.path("aliases").forEach(alias -> aliases.add(alias.asText()));
    return new Conversation(in.path("id").asText(), aliases);
  }

  private static ObjectNode party(Party party) {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    party.name().ifPresent(name -> out.put("name", name));
    ArrayNode identifiers = out.putArray("identifiers");
    for (Identifier one : party.identifiers()) {
      identifiers.addObject().put("type", one.type()).put("value", one.value());
    }
    return out;
  }

  private static Party party(JsonNode in) {
    List<Identifier> identifiers = new ArrayList<>();
    for (JsonNode one : in.path("identifiers")) {
      identifiers.add(new Identifier(one.path("type").asText(), one.path("value").asText()));
    }
    return new Party(text(in, "name"), identifiers);
  }

  private static ObjectNode attachment(Attachment attachment) {
    ObjectNode out = JsonNodeFactory.instance.objectNode().put("type", attachment.type());
    attachment.id().ifPresent(id -> out.put("id", id));
    attachment.url().ifPresent(url -> out.put("url", url));
    attachment.mime().ifPresent(mime -> out.put("mime", mime));
    attachment.fileName().ifPresent(name -> out.put("fileName", name));
    attachment.sha256().ifPresent(digest -> out.put("sha256", digest));
    return out;
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
