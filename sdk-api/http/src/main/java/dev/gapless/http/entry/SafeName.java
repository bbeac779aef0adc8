// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.entry;

import java.util.regex.Pattern;

/**
 * Lets codes and field names of a CRM into logs and messages, and nothing else it may have echoed:
 * no blanks, no long rows of digits, at most 80 characters.
 */
public final class SafeName {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.:-]{0,79}");
  private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{6}");

  private SafeName() {}

  /** The text if it is a code or a name; empty if not. */
  public static String of(String text) {
    boolean code = text.matches("[0-9]{1,5}");
    boolean name = NAME.matcher(text).matches() && !LONG_NUMBER.matcher(text).find();
    return code || name ? text : "";
  }
}
