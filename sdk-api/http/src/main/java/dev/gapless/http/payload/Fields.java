// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.payload;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads fields of whatever type they turn out to be. Texts are always well-formed Unicode. */
public final class Fields {
  private static final int MAX_PLAIN_SCALE = 40;
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

  private Fields() {}

  /** The text or number under the name; empty if it is missing, blank or of another type. */
  public static Optional<String> text(JsonNode object, String name) {
    return text(object.path(name)).filter(text -> !text.isBlank());
  }

  /** The text or number itself; a text may be blank. */
  public static Optional<String> text(JsonNode value) {
    if (value.isTextual()) {
      return Optional.of(wellFormed(value.textValue()));
    }
    // The tree holds a double only for NaN and the infinities.
    return value.isNumber() && !value.isDouble()
        ? Optional.of(plain(value.decimalValue()))
        : Optional.empty();
  }

  /** The text under the name as an id: one that is too long or malformed becomes its digest. */
  public static Optional<String> id(JsonNode object, String name) {
    JsonNode value = object.path(name);
    return text(object, name)
        .map(text -> value.isTextual() ? NativeId.of(value.textValue()) : NativeId.of(text));
  }

  /** A name from the platform's vocabulary under the name; empty if it does not look like one. */
  public static Optional<String> word(JsonNode object, String name) {
    return Optional.of(object.path(name).asText()).filter(Fields::isWord);
  }

  /** Whether a name is fit to be shown: it cannot be a sentence, a number or an address. */
  public static boolean isWord(String name) {
    return NAME.matcher(name).matches();
  }

  /** Whether the field is {@code true}, also as a text. */
  public static boolean isTrue(JsonNode object, String name) {
    return object.path(name).asBoolean(false);
  }

  /** The JSON type in words, for reasons. */
  public static String typeName(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "an array";
      case BOOLEAN -> "a truth value";
      case NULL -> "null";
      case NUMBER -> "a number";
      case OBJECT -> "an object";
      case STRING -> "a text";
      case BINARY, MISSING, POJO -> "missing";
    };
  }

  private static String plain(BigDecimal number) {
    return Math.abs((long) number.scale()) <= MAX_PLAIN_SCALE
        ? number.toPlainString()
        : number.toString();
  }

  /** Replaces surrogates that have no partner, as {@code "\\ud83d"} alone gives. */
  public static String wellFormed(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> Character.getType(point) == Character.SURROGATE ? 0xFFFD : point)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
