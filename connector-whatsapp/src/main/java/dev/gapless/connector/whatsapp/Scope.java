// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.http.payload.Fields;
import dev.gapless.http.payload.Frame;
import dev.gapless.http.payload.Keys;
import dev.gapless.http.payload.Times;
import java.time.Instant;
import java.util.Optional;

/** What the elements of one {@code value} share. */
final class Scope {
  /** WhatsApp began in 2009. */
  private static final Times TIMES = new Times(Instant.parse("2009-01-01T00:00:00Z"));

  private final Receipt receipt;
  private final Frame frame;
  private final Keys keys;
  private final JsonNode metadata;
  private final Directory people;

  Scope(Receipt receipt, Frame frame, JsonNode value) {
    this.receipt = receipt;
    this.frame = frame;
    this.keys = receipt.keys(value, frame.entryId());
    this.metadata = value.path("metadata");
    this.people = new Directory(value.path("contacts"));
  }

  Frame frame() {
    return frame;
  }

  Keys keys() {
    return keys;
  }

  Directory people() {
    return people;
  }

  Instant receivedAt() {
    return receipt.receivedAt();
  }

  /** A time that the platform gives, unless it cannot be. */
  Optional<Instant> time(JsonNode value) {
    return TIMES.read(value, receivedAt());
  }

  /** Whether some bytes of the body had to be replaced. */
  boolean repaired() {
    return receipt.body().repaired();
  }

  /** The company's own number, in digits; only imported threads ask for it. */
  Optional<String> businessNumber() {
    return Fields.text(metadata, "display_phone_number")
        .map(Scope::digits)
        .filter(digits -> !digits.isEmpty());
  }

  /** A number without the signs that the platform shows it with in some places. */
  static String digits(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        digits.append(text.charAt(i));
      }
    }
    return digits.toString();
  }
}
