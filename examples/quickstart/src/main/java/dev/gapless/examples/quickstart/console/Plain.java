// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.console;

/** Makes text from strangers fit to stand on one line of a terminal. */
public final class Plain {
  private static final int REPLACEMENT = 0xFFFD;

  private Plain() {}

  /** The text without what moves a cursor, changes a colour or turns the direction of the line. */
  public static String line(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .filter(point -> !turns(point))
        .map(Plain::harmless)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  /** The same, cut to about so many characters. */
  public static String line(String text, int most) {
    String line = line(text);
    return line.codePointCount(0, line.length()) <= most
        ? line
        : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
  }

  /** JSON that also a terminal can take: what would act on it is written as an escape. */
  public static String json(String json) {
    StringBuilder out = new StringBuilder(json.length());
    json.codePoints()
        .forEach(
            point -> {
              if (point > '~' && (harmless(point) != point || turns(point))) {
                out.append(String.format("\\u%04x", point));
              } else {
                out.appendCodePoint(point);
              }
            });
    return out.toString();
  }

  private static int harmless(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          Character.isWhitespace(point) ? ' ' : REPLACEMENT;
      case Character.SURROGATE -> REPLACEMENT;
      default -> point;
    };
  }

  /** Marks that turn the direction of everything after them. */
  private static boolean turns(int point) {
    return (point >= 0x202A && point <= 0x202E)
        || (point >= 0x2066 && point <= 0x2069)
        || point == 0x200E
        || point == 0x200F
        || point == 0x061C;
  }
}
