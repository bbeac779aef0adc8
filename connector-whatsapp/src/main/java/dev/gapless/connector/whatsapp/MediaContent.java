// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Attachment;
import dev.gapless.http.payload.Data;
import dev.gapless.http.payload.Fields;
import java.util.List;
import java.util.Optional;

/** Images, videos, audio, documents and stickers: the text is the caption, else the file name. */
final class MediaContent {
  private MediaContent() {}

  static Content read(String type, JsonNode media) {
    if (!media.isObject()) {
      return new Content.Strange(type);
    }
    Optional<String> text = Fields.text(media, "caption").or(() -> Fields.text(media, "filename"));
    Data data =
        new Data()
            .addAll(type, media, List.of("filename"))
            .mark(type + ".voice", Fields.isTrue(media, "voice"))
            .mark(type + ".animated", Fields.isTrue(media, "animated"));
    Attachment file =
        new Attachment(
            type,
            Fields.text(media, "id"),
            Fields.text(media, "url"),
            Fields.text(media, "mime_type"),
            Fields.text(media, "filename"),
            Fields.text(media, "sha256"));
    return new Content.Read(text.orElse(""), List.of(file), data);
  }
}
