// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.api.CrmRefs;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * CRM references as one readable text: role and id in turn, each behind its length in characters,
 * as {@code 5:entry4:A-17}. Keeps the order; no references are the empty text.
 */
final class RefsText {
  private final String text;
  private int position;

  private RefsText(String text) {
    this.text = text;
  }

  static String of(CrmRefs refs) {
    StringBuilder out = new StringBuilder();
    refs.ids()
        .forEach(
            (role, id) -> {
              append(out, role);
              append(out, id);
            });
    return out.toString();
  }

  static CrmRefs parse(String text) {
    return text.isEmpty() ? CrmRefs.none() : new RefsText(text).read();
  }

  private CrmRefs read() {
    Map<String, String> ids = new LinkedHashMap<>();
    while (position < text.length()) {
      ids.put(part(), part());
    }
    return new CrmRefs(ids);
  }

  private String part() {
    int colon = text.indexOf(':', position);
    int start = colon + 1;
    position = start + Integer.parseInt(text, position, colon, 10);
    return text.substring(start, position);
  }

  private static void append(StringBuilder out, String part) {
    out.append(part.length()).append(':').append(part);
  }
}
