// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import dev.gapless.api.Action;
import dev.gapless.api.Attachment;
import dev.gapless.api.Conversation;
import dev.gapless.api.DeliveryStatus;
import dev.gapless.api.EventKey;
import dev.gapless.api.Fullness;
import dev.gapless.api.Identifier;
import dev.gapless.api.Interaction;
import dev.gapless.api.InteractionBuilder;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Kind;
import dev.gapless.api.Party;
import dev.gapless.api.channel.Admission;
import dev.gapless.api.channel.ChannelConnector;
import dev.gapless.api.channel.ChannelConnectorProvider;
import dev.gapless.api.channel.Item;
import dev.gapless.api.channel.WebhookReceiver;
import dev.gapless.api.channel.WebhookRequest;
import dev.gapless.api.config.ExtensionContext;
import dev.gapless.api.config.Option;
import dev.gapless.api.config.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A channel whose bodies are lines: {@code message;ID;CONVERSATION;TEXT}, {@code
 * edit;ID;CONVERSATION;SECOND;TEXT}, {@code remove;ID;CONVERSATION;SECOND}, {@code
 * strange;ID;CONVERSATION;TEXT}, {@code odd;ID;CONVERSATION;TEXT}, of which the text can be read,
 * {@code copy;ID;CONVERSATION;INSTANT;TEXT}, {@code notice;ID}, {@code garbled;ID}, {@code
 * hidden;ID;CONVERSATION}, which a page read back shows anew each time; {@code boom} makes the
 * connector itself break, {@code crack} with an error. A conversation is named {@code
 * PHONE+ID/NAME}, all but one part may be missing. From version 2 it understands what was strange,
 * odd or garbled before. An {@code ID@TENANT} belongs to that tenant. {@code
 * past;ID;CONVERSATION;TEXT} is handed over as history, {@code failed;ID;CONVERSATION;MEMBER} is a
 * status of one of those it went to.
 *
 * <p>With files, each named by its platform id: {@code file;ID;CONVERSATION;SECOND;TEXT;FILE,FILE}
 * and {@code refile;ID;CONVERSATION;SECOND;TEXT;FILE,FILE}, an edit; ids with a {@code ?} come
 * without a type, {@code link} is no file. Without a name: {@code nameless;ID;CONVERSATION;TEXT}.
 * {@code joins;ID;CONVERSATION;OTHER} tells that two conversations are one.
 */
final class LineChannel implements ChannelConnectorProvider {
  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  volatile int version = 1;

  static WebhookRequest signed(List<String> lines) {
    return request(lines, "genuine");
  }

  static WebhookRequest forged(List<String> lines) {
    return request(lines, "forged");
  }

  private static WebhookRequest request(List<String> lines, String signature) {
    byte[] body = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return new WebhookRequest("POST", Map.of(), Map.of("X-Signature", List.of(signature)), body);
  }

  static ItemKey key(String id) {
    int at = id.indexOf('@');
    return new ItemKey(at < 0 ? "" : id.substring(at + 1), "line", "1", "message", id);
  }

  private static Attachment attachment(String id) {
    if (id.equals("link")) {
      return new Attachment("share", Optional.empty(), Optional.empty(), Optional.empty());
    }
    Optional<String> mime = id.contains("?") ? Optional.empty() : Optional.of("image/jpeg");
    return new Attachment("image", Optional.of(id), Optional.empty(), mime);
  }

  private static Instant at(String second) {
    return NOON.plusSeconds(Long.parseLong(second));
  }

  @Override
  public String name() {
    return "line";
  }

  @Override
  public List<Option> options() {
    return List.of();
  }

  @Override
  public ChannelConnector create(Settings settings, ExtensionContext context) {
    return new Connector();
  }

  private final class Connector implements ChannelConnector, WebhookReceiver {
    @Override
    public Admission admit(WebhookRequest request) {
      return request.header("x-signature").equals(List.of("genuine"))
          ? new Admission.Genuine()
          : new Admission.Refused(403, "wrong signature");
    }

    @Override
    public List<Item> split(byte[] body, Instant receivedAt) {
      List<Item> items = new ArrayList<>();
      int number = 0;
      for (String line : new String(body, StandardCharsets.UTF_8).lines().toList()) {
        items.add(item("line[" + number++ + "]", line.split(";", -1), receivedAt));
      }
      return items;
    }

    private Item item(String path, String[] part, Instant receivedAt) {
      return switch (part[0]) {
        case "message" -> contact(path, "created", message(part).text(part[3]));
        case "edit" ->
            contact(path, "edited:" + part[3], changed(part, Action.EDITED).text(part[4]));
        case "copy" -> contact(path, "observed:" + part[3] + part[4], copy(part).text(part[4]));
        case "hidden" ->
            contact(
                path,
                "observed:hidden:" + receivedAt.toEpochMilli(),
                message(part).action(Action.HIDDEN).changedAt(receivedAt));
        case "remove" -> contact(path, "removed", changed(part, Action.REMOVED));
        case "file" ->
            contact(path, "created", filed(part).occurredAt(at(part[3])).changedAt(at(part[3])));
        case "refile" ->
            contact(
                path,
                "edited:" + part[3],
                filed(part).action(Action.EDITED).changedAt(at(part[3])));
        case "past" ->
            contact(
                path,
                "created",
                message(part).text(part[3]).data(Map.of(Interaction.SOURCE, Interaction.HISTORY)));
        case "failed" ->
            contact(
                path,
                "status:failed:" + part[3],
                message(part)
                    .kind(Kind.STATUS)
                    .status(DeliveryStatus.FAILED)
                    .data(Map.of("member", part[3])));
        case "joins" ->
            contact(
                path,
                "created",
                message(part).conversation(new Conversation(part[2], List.of(part[3]))));
        case "nameless" -> contact(path, "created", nameless(part));
        case "strange" -> contact(path, "created", strange(part));
        case "odd" -> contact(path, "created", odd(part));
        case "notice" ->
            new Item.Notice(
                path,
                new EventKey(key(part[1]), "created"),
                "notice",
                "test-notice",
                Optional.empty());
        case "garbled" -> garbled(path, part);
        case "crack" -> throw new NoSuchMethodError("boom");
        default -> throw new IllegalStateException("boom");
      };
    }

    private Item garbled(String path, String[] part) {
      return version == 1
          ? new Item.Unreadable(path, key(part[1]), "text: wrong type")
          : contact(path, "created", message(new String[] {"", part[1], part[1], ""}).text("read"));
    }

    private InteractionBuilder strange(String[] part) {
      return version == 1
          ? message(part).kind(Kind.UNSUPPORTED).fullness(Fullness.PLACEHOLDER)
          : message(part).text(part[3]);
    }

    private InteractionBuilder odd(String[] part) {
      return message(part).text(part[3]).kind(version == 1 ? Kind.UNSUPPORTED : Kind.MESSAGE);
    }

    private InteractionBuilder filed(String[] part) {
      List<Attachment> attachments =
          Arrays.stream(part[5].split(","))
              .filter(id -> !id.isEmpty())
              .map(LineChannel::attachment)
              .toList();
      return message(part).text(part[4]).attachments(attachments);
    }

    private InteractionBuilder nameless(String[] part) {
      Party stranger = new Party(Optional.empty(), List.of(new Identifier("line_id", part[2])));
      return message(part).text(part[3]).author(stranger).customer(stranger);
    }

    private InteractionBuilder changed(String[] part, Action action) {
      return message(part).action(action).changedAt(at(part[3]));
    }

    private InteractionBuilder copy(String[] part) {
      Instant at = Instant.parse(part[3]);
      return message(key(part[1]), at, part[2]).action(Action.OBSERVED).changedAt(at);
    }

    private InteractionBuilder message(String[] part) {
      return message(key(part[1]), NOON, part[2]);
    }

    /** A conversation has the name of its person, with what tells several of them apart. */
    private InteractionBuilder message(ItemKey key, Instant at, String conversation) {
      Party customer =
          new Party(Optional.of("name"), identifiers(conversation.replaceFirst("/.*", "")));
      return Interaction.builder(key, at)
          .author(customer)
          .customer(customer)
          .conversation(Conversation.of(conversation));
    }

    private List<Identifier> identifiers(String person) {
      List<Identifier> all = new ArrayList<>();
      String[] ids = person.split("\\+", -1);
      if (!ids[0].isEmpty()) {
        all.add(new Identifier(Identifier.PHONE, ids[0]));
      }
      for (int i = 1; i < ids.length; i++) {
        all.add(new Identifier("id", ids[i]));
      }
      return all;
    }

    private Item contact(String path, String change, InteractionBuilder interaction) {
      return new Item.Contact(path, change, interaction.build());
    }

    @Override
    public void close() {}
  }
}
