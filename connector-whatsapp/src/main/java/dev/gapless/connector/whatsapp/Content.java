// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import dev.gapless.api.Attachment;
import dev.gapless.http.payload.Data;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a message of one type says: read, or {@link Strange}.
 *
 * <p>Texts are made of the platform's and the customer's words and of signs only, so that they need
 * no translation.
 */
sealed interface Content {
  /** The parts a timeline entry is made of. */
  record Read(String text, List<Attachment> attachments, Data data) implements Content {
    @Override
    public String toString() {
      return "Read[***]";
    }
  }

  /**
   * Not what the type promises.
   *
   * @param field the field that is missing or of the wrong type; the type itself if it is unknown
   */
  record Strange(String field) implements Content {}

  static Content text(String text, Data data) {
    return new Read(text, List.of(), data);
  }

  /** The parts that are there, one per line. */
  static String lines(Stream<String> parts) {
    return parts.filter(part -> !part.isBlank()).collect(Collectors.joining("\n"));
  }
}
