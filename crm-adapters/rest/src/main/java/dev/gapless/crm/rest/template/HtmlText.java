// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.template;

/** Makes a text show in HTML exactly as it is, without becoming markup. */
final class HtmlText {
  private HtmlText() {}

  /** The text with every character that HTML reads as its own escaped, and lines kept. */
  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      switch (each) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\n' -> out.append("<br>");
        default -> out.append(each);
      }
    }
    return out.toString();
  }
}
