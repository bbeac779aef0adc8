// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gapless.http.entry.CleanText;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes strangers' text fit a field of Salesforce. */
final class FieldText {
  private static final char REPLACEMENT = '\uFFFD';

  private FieldText() {}

  /**
   * The text with every character that the platform refuses replaced by the mark U+FFFD: control
   * characters other than tab and line ends, halves of surrogate pairs, and U+FFFE and U+FFFF.
   */
  static String clean(String text) {
    StringBuilder out = new StringBuilder(text.length());
    CleanText.wellFormed(text)
        .replace("\r\n", "\n")
        .codePoints()
        .forEach(point -> out.appendCodePoint(isRefused(point) ? REPLACEMENT : point));
    return out.toString();
  }

  private static boolean isRefused(int point) {
    boolean control = point < ' ' && point != '\n' && point != '\r' && point != '\t';
    return control || point == 0x7F || (point & 0xFFFE) == 0xFFFE;
  }

  /** The same in one line. */
  static String line(String text) {
    return clean(text).replaceAll("[\\s\\u2028\\u2029]+", " ").strip();
  }

  /**
   * The text, or its beginning and a mark: at most so many UTF-16 units, a line end counted as two,
   * as the platform stores it. No code point is cut in two.
   */
  static String fit(String text, int limit, String mark) {
    if (stored(text) <= limit) {
      return text;
    }
    int low = 0;
    int high = Math.min(limit, text.length());
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (stored(CleanText.cut(text, middle, mark)) <= limit) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return CleanText.cut(text, low, mark);
  }

  /** How long the platform takes a text to be. */
  static long stored(String text) {
    return text.length() + text.chars().filter(c -> c == '\n').count();
  }

  /** Tells whether two texts are the same but for blanks and line ends, which platforms change. */
  static String digest(String subject, String text) {
    String both = (subject + "\n" + text).replaceAll("[\\s\\p{Cntrl}]+", "");
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(both.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
