// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.media;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Media types and what the files of each end in. What is not in the table ends in {@code .bin}: a
 * stranger's file never gets an ending that a desktop would run or a browser would render.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media">WhatsApp,
 *     Media: supported media types</a>
 */
final class MediaTypes {
  static final String OTHER = "bin";

  private static final String ANYTHING = "application/octet-stream";

  private static final Map<String, String> ENDINGS =
      table(
          """
          image/jpeg jpg
          image/jpg jpg
          image/png png
          image/gif gif
          image/webp webp
          image/heic heic
          image/heif heif
          image/avif avif
          image/bmp bmp
          image/tiff tiff
          audio/aac aac
          audio/amr amr
          audio/mpeg mp3
          audio/mp4 m4a
          audio/ogg ogg
          audio/opus opus
          audio/wav wav
          audio/webm weba
          video/mp4 mp4
          video/3gpp 3gp
          video/quicktime mov
          video/webm webm
          text/plain txt
          text/csv csv
          text/vcard vcf
          application/pdf pdf
          application/msword doc
          application/vnd.ms-excel xls
          application/vnd.ms-powerpoint ppt
          application/vnd.openxmlformats-officedocument.wordprocessingml.document docx
          application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx
          application/vnd.openxmlformats-officedocument.presentationml.presentation pptx
          application/zip zip
          """);

  private MediaTypes() {}

  private static Map<String, String> table(String lines) {
    Map<String, String> table = new LinkedHashMap<>();
    lines.lines().map(line -> line.split(" ", 2)).forEach(row -> table.put(row[0], row[1]));
    return table;
  }

  /** The ending of a type in the table, whatever its parameters and case. */
  static Optional<String> ending(String mime) {
    String base = mime.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return Optional.ofNullable(ENDINGS.get(base));
  }

  /** Every ending a file may have. */
  static Set<String> endings() {
    Set<String> all = new LinkedHashSet<>(ENDINGS.values());
    all.add(OTHER);
    return all;
  }

  /** The first type with this ending. */
  static String mime(String ending) {
    return ENDINGS.entrySet().stream()
        .filter(row -> row.getValue().equals(ending))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(ANYTHING);
  }
}
