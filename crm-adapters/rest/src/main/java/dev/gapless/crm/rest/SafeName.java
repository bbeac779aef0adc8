// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * Lets codes and field names of a CRM into logs and messages, and nothing else it may have echoed:
 * no blanks, no long rows of digits, at most 80 characters.
 */
final class SafeName {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.:-]{0,79}");
  private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{6}");

  private SafeName() {}

  /** The name at a place of an answer; empty if it is none. */
  static String of(JsonNode found) {
    String text = found.asText("");
    boolean code = text.matches("[0-9]{1,5}");
    boolean name = NAME.matcher(text).matches() && !LONG_NUMBER.matcher(text).find();
    return code || name ? text : "";
  }
}
