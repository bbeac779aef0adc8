// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Attachment;
import dev.gapless.http.payload.Data;
import dev.gapless.http.payload.Fields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a message shows.
 *
 * @param whole whether every part of it is of a kind this version knows
 */
record MessageContent(Content content, boolean whole) {

  /** The text, else what the attachments say in words. */
  static MessageContent read(JsonNode message) {
    List<AttachmentTable.Part> parts = parts(message);
    Optional<String> text = Fields.text(message, "text");
    String shown =
        text.orElseGet(() -> Content.lines(parts.stream().flatMap(part -> part.text().stream())));
    Data data = new Data();
    Set<Attachment> attachments = new LinkedHashSet<>();
    boolean whole = true;
    for (AttachmentTable.Part part : parts) {
      data.addAll(part.data());
      part.attachment().ifPresent(attachments::add);
      whole &= part.known();
    }
    return new MessageContent(new Content(shown, withoutTwins(attachments), data), whole);
  }

  private static List<AttachmentTable.Part> parts(JsonNode message) {
    JsonNode list = message.path("attachments");
    if (list.isObject()) {
      return List.of(AttachmentTable.read(list, 1));
    }
    List<AttachmentTable.Part> parts = new ArrayList<>();
    for (JsonNode one : list) {
      parts.add(AttachmentTable.read(one, parts.size() + 1));
    }
    return parts;
  }

  /** From June to August 2026 a sticker came as sticker and as image of the same id. */
  private static List<Attachment> withoutTwins(Set<Attachment> attachments) {
    List<Attachment> kept = new ArrayList<>();
    for (Attachment one : attachments) {
      boolean link = one.type().equals(AttachmentTable.LINK);
      if (link || one.id().isEmpty() || kept.stream().noneMatch(one::isSameAs)) {
        kept.add(one);
      }
    }
    return kept;
  }
}
