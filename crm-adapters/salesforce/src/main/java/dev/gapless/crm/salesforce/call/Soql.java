// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.call;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Text as a literal of SOQL.
 *
 * @see <a
 *     href="https://developer.salesforce.com/docs/platform/salesforce-soql-sosl/guide/sforce-api-calls-soql-select-quotedstringescapes.html">the
 *     escapes of quoted strings</a>
 */
public final class Soql {
  private Soql() {}

  /**
   * The text in quotes, everything escaped that could end it. Wildcards mean nothing to {@code =}.
   */
  public static String literal(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8).append('\'');
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '\\' -> out.append("\\\\");
                case '\'' -> out.append("\\'");
                case '"' -> out.append("\\\"");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> out.appendCodePoint(point < ' ' ? ' ' : point);
              }
            });
    return out.append('\'').toString();
  }

  /** Literals in brackets, for {@code IN}. */
  public static String list(Collection<String> texts) {
    return texts.stream().map(Soql::literal).collect(Collectors.joining(",", "(", ")"));
  }
}
