// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A field of an object.
 *
 * @param type as a describe names it
 * @param length the most characters; 0 if the type has no length
 * @param rights of the run-as user, and what is special: c createable, u updateable, r required, k
 *     unique external id
 * @param targets the objects a reference may point to; empty for any
 */
record OrgField(String name, String type, int length, String rights, List<String> targets) {
  /** The type of a reference has its targets behind a colon. */
  static OrgField of(String name, String type, int length, String rights) {
    int colon = type.indexOf(':');
    return colon < 0
        ? new OrgField(name, type, length, rights, List.of())
        : new OrgField(
            name,
            type.substring(0, colon),
            length,
            rights,
            List.of(type.substring(colon + 1).split(",", -1)));
  }

  boolean createable() {
    return rights.contains("c");
  }

  boolean updateable() {
    return rights.contains("u");
  }

  boolean required() {
    return rights.contains("r");
  }

  boolean isKey() {
    return rights.contains("k");
  }

  /** The code of what the platform would say against a value. */
  Optional<String> complaint(JsonNode value) {
    if (value.isTextual() && value.textValue().chars().anyMatch(OrgField::isOutsideCharset)) {
      return Optional.of("TEXT_DATA_OUTSIDE_SUPPORTED_CHARSET");
    } else if (value.isTextual() && length > 0 && stored(value.textValue()) > length) {
      return Optional.of("STRING_TOO_LONG");
    }
    boolean fits =
        switch (type) {
          case "double" -> value.isNumber() || value.isNull();
          case "boolean" -> value.isBoolean();
          case "datetime" ->
              value.asText("").matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
          case "date" -> value.asText("").matches("\\d{4}-\\d\\d-\\d\\d");
          case "reference" -> value.asText("").matches("[A-Za-z0-9]{15}([A-Za-z0-9]{3})?");
          default -> value.isTextual() || value.isNull();
        };
    return fits ? Optional.empty() : Optional.of("JSON_PARSER_ERROR");
  }

  private static boolean isOutsideCharset(int c) {
    return c == 0x7F || (c < ' ' && c != '\n' && c != '\r' && c != '\t');
  }

  /** A line end counts twice. */
  private static long stored(String text) {
    return text.length() + text.chars().filter(c -> c == '\n').count();
  }

  ObjectNode describe() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    return json.put("name", name)
        .put("label", name.replaceAll("__c$", "").replace('_', ' '))
        .put("type", type)
        .put("length", length)
        .put("createable", createable())
        .put("updateable", updateable())
        .put("nillable", !required())
        .put("unique", isKey())
        .put("externalId", isKey())
        .put("idLookup", isKey() || type.equals("id"))
        .put("caseSensitive", isKey())
        .put("custom", name.endsWith("__c"));
  }
}
