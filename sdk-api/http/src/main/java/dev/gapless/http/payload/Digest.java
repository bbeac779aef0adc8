// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.payload;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Names a thing that has no usable id by what it contains: {@code sha256:} and 64 hex digits. For
 * JSON that is the content in canonical form, so that the order of fields, white space, escapes and
 * the way a number is written make no difference.
 */
public final class Digest {
  private static final int USUAL_LENGTH = 256;

  private Digest() {}

  /** The digest of a JSON value in canonical form. */
  public static String of(JsonNode json) {
    StringBuilder out = new StringBuilder(USUAL_LENGTH);
    append(json, out);
    return of(out.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /** The digest of a text, well-formed or not. */
  public static String of(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2);
    appendText(text, out);
    return of(out.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /** The digest of bytes as they are. */
  public static String of(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  private static void append(JsonNode json, StringBuilder out) {
    switch (json.getNodeType()) {
      case OBJECT -> appendObject(json, out);
      case ARRAY -> {
        out.append('[');
        for (JsonNode element : json) {
          append(element, out);
          out.append(',');
        }
        out.append(']');
      }
      case STRING -> appendText(json.textValue(), out);
      case NUMBER -> out.append(number(json));
      default -> out.append(json.asText("missing"));
    }
  }

  private static void appendObject(JsonNode json, StringBuilder out) {
    List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(json.properties());
    fields.sort(Map.Entry.comparingByKey());
    out.append('{');
    for (Map.Entry<String, JsonNode> field : fields) {
      appendText(field.getKey(), out);
      out.append(':');
      append(field.getValue(), out);
      out.append(',');
    }
    out.append('}');
  }

  private static String number(JsonNode json) {
    return json.isDouble() ? json.asText() : json.decimalValue().stripTrailingZeros().toString();
  }

  /** In ASCII and by UTF-16 unit, so that malformed text has a form too. */
  private static void appendText(String text, StringBuilder out) {
    out.append('"');
    if (isPlain(text)) {
      out.append(text);
    } else {
      text.chars().forEach(unit -> appendUnit((char) unit, out));
    }
    out.append('"');
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPlain(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(char unit) {
    return unit >= ' ' && unit < 0x7F && unit != '"' && unit != '\\';
  }

  private static void appendUnit(char unit, StringBuilder out) {
    if (isPlain(unit)) {
      out.append(unit);
    } else {
      out.append("\\u").append(HexFormat.of().toHexDigits(unit));
    }
  }
}
