// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.template;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Where a text goes, and how a value is escaped on the way so that it stays a value. */
public enum Target {
  /** Into a JSON tree, whose writer escapes. */
  JSON {
    @Override
    String escape(String value) {
      return value;
    }
  },
  /** Into an address: all but unreserved characters as percent and UTF-8, a blank as %20. */
  ADDRESS {
    @Override
    String escape(String value) {
      StringBuilder out = new StringBuilder();
      for (byte each : value.getBytes(StandardCharsets.UTF_8)) {
        if (isUnreserved(each)) {
          out.append((char) each);
        } else {
          out.append(String.format(Locale.ROOT, "%%%02X", each));
        }
      }
      return out.toString();
    }
  };

  abstract String escape(String value);

  /** A text of our own, escaped. */
  public String of(String text) {
    return escape(text);
  }

  /** RFC 3986 section 2.3. */
  private static boolean isUnreserved(byte each) {
    return (each >= 'a' && each <= 'z')
        || (each >= 'A' && each <= 'Z')
        || (each >= '0' && each <= '9')
        || "-._~".indexOf(each) >= 0;
  }
}
