// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.entry;

/** Makes strangers' text well-formed Unicode of a bounded length, and changes nothing else. */
public final class CleanText {
  private static final char REPLACEMENT = '\uFFFD';

  private CleanText() {}

  /** The text with every lone surrogate, which UTF-8 cannot carry, replaced by the mark U+FFFD. */
  public static String wellFormed(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      boolean lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
      out.appendCodePoint(lone ? REPLACEMENT : point);
      i += Character.charCount(point);
    }
    return out.toString();
  }

  /**
   * The text, or its beginning and a mark if it is longer than a limit, counted in UTF-16 units as
   * most CRMs count (code points are never more). No code point is cut in two.
   */
  public static String cut(String text, int limit, String mark) {
    if (text.length() <= limit) {
      return text;
    }
    String end = mark.length() < limit ? mark : "";
    int keep = limit - end.length();
    return text.substring(0, wholePoints(text, keep)) + end;
  }

  private static int wholePoints(String text, int length) {
    boolean inside =
        length > 0
            && Character.isHighSurrogate(text.charAt(length - 1))
            && Character.isLowSurrogate(text.charAt(length));
    return inside ? length - 1 : length;
  }
}
