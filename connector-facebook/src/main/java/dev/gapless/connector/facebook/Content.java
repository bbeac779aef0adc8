// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import dev.gapless.api.Attachment;
import dev.gapless.api.InteractionBuilder;
import dev.gapless.http.payload.Data;
import dev.gapless.http.payload.Digest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a contact shows. Texts are made of the platform's and the author's words and of signs only,
 * so that they need no translation.
 */
record Content(String text, List<Attachment> attachments, Data data) {
  /** Nothing, as of something that was removed. */
  static Content none() {
    return text("");
  }

  static Content text(String text) {
    return new Content(text, List.of(), new Data());
  }

  /** Adds to the data. */
  Content with(Data more) {
    data.addAll(more);
    return this;
  }

  /** Puts all of it into an interaction. */
  InteractionBuilder fill(InteractionBuilder builder) {
    return builder.text(text).attachments(attachments).data(data.toMap());
  }

  boolean isEmpty() {
    return text.isEmpty() && attachments.isEmpty();
  }

  /**
   * Tells one state of a contact from another; addresses that change with every look are left out.
   */
  String digest() {
    StringBuilder state = new StringBuilder(text);
    for (Attachment one : attachments) {
      state.append('\n').append(one.type()).append(' ').append(one.id().orElse(""));
    }
    return Digest.of(state.toString());
  }

  /** What is there of two texts, one per line. */
  static Optional<String> lines(Optional<String> first, Optional<String> second) {
    return first.isPresent() && second.isPresent()
        ? Optional.of(first.get() + "\n" + second.get())
        : first.or(() -> second);
  }

  /** The parts that are there, one per line. */
  static String lines(Stream<String> parts) {
    return parts.filter(part -> !part.isBlank()).collect(Collectors.joining("\n"));
  }

  @Override
  public String toString() {
    return "Content[***]";
  }
}
