// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.payload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads fields of whatever type they turn out to be. Texts are always well-formed Unicode. */
public final class Fields {
  private static final int MAX_PLAIN_SCALE = 40;
  private static final int MAX_WORD = 64;

  private Fields() {}

  /** The text or number under the name; empty if it is missing, blank or of another type. */
  public static Optional<String> text(JsonNode object, String name) {
    JsonNode value = object.path(name);
    return value instanceof TextNode text && text.textValue().isBlank()
        ? Optional.empty()
        : text(value);
  }

  /** The text or number itself; a text may be blank. */
  public static Optional<String> text(JsonNode value) {
    if (value instanceof TextNode text) {
      return Optional.of(wellFormed(text.textValue()));
    }
    // The tree holds a double only for NaN and the infinities.
    return value instanceof NumericNode && !value.isDouble()
        ? Optional.of(plain(value.decimalValue()))
        : Optional.empty();
  }

  /** The text under the name as an id: one that is too long or malformed becomes its digest. */
  public static Optional<String> id(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (value instanceof TextNode text) {
      String id = text.textValue();
      return id.isBlank() ? Optional.empty() : Optional.of(NativeId.of(id));
    }
    return text(value).map(NativeId::of);
  }

  /** The id under the first of the names that has one. */
  public static Optional<String> firstId(JsonNode object, List<String> names) {
    for (String name : names) {
      Optional<String> id = id(object, name);
      if (id.isPresent()) {
        return id;
      }
    }
    return Optional.empty();
  }

  /** A name from the platform's vocabulary under the name; empty if it does not look like one. */
  public static Optional<String> word(JsonNode object, String name) {
    String text = object.path(name).asText();
    return isWord(text) ? Optional.of(text) : Optional.empty();
  }

  /** Whether a name is fit to be shown: it cannot be a sentence, a number or an address. */
  public static boolean isWord(String name) {
    boolean fits = !name.isEmpty() && name.length() <= MAX_WORD && isLetter(name.charAt(0));
    for (int i = 1; fits && i < name.length(); i++) {
      char next = name.charAt(i);
      fits = isLetter(next) || next == '_' || (next >= '0' && next <= '9');
    }
    return fits;
  }

  private static boolean isLetter(char one) {
    return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z');
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
    return isWellFormed(text) ? text : repaired(text);
  }

  /** Whether every surrogate has its partner. */
  static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      if (Character.isSurrogate(one)) {
        if (i + 1 == text.length() || !Character.isSurrogatePair(one, text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  private static String repaired(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> Character.getType(point) == Character.SURROGATE ? 0xFFFD : point)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
