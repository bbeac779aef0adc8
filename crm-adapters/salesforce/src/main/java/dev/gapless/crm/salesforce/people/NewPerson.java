// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.people;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.Identifier;
import dev.gapless.api.Party;
import dev.gapless.http.entry.CleanText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The record of somebody whom the org does not know: the name as the platform gave it, in the one
 * field that is required, and every identifier in the field where it is looked for.
 *
 * @param object {@code Contact} or {@code Lead}
 * @param fields by type of identifier, the field that holds it
 */
record NewPerson(String object, Map<String, String> fields) {
  private static final int NAME = 80;
  private static final int PHONE = 40;
  private static final String MAIL = "email";

  /** The record; empty if no search could find it again. */
  Optional<ObjectNode> of(Party party) {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    for (Identifier each : party.identifiers()) {
      put(record, each);
    }
    if (record.isEmpty()) {
      return Optional.empty();
    }
    String name = CleanText.cut(CleanText.wellFormed(name(party)).strip(), NAME, "");
    record.put("LastName", name);
    if (object.equals("Lead")) {
      record.put("Company", name);
    }
    return Optional.of(record);
  }

  private void put(ObjectNode record, Identifier each) {
    String value = each.value();
    if (each.type().equals(Identifier.PHONE) && value.length() <= PHONE) {
      record.put("MobilePhone", value);
    } else if (each.type().equals(Identifier.WHATSAPP_ID) && value.matches("[0-9]{6,15}")) {
      // Digits with the country code; a plus keeps the platform from taking them for a local
      // number.
      putIfAbsent(record, "MobilePhone", "+" + value);
    } else if (each.type().equals(MAIL) && value.length() <= NAME) {
      record.put("Email", value);
    }
    Optional.ofNullable(fields.get(each.type()))
        .filter(field -> value.length() <= 255)
        .ifPresent(field -> record.put(field, value));
  }

  private static void putIfAbsent(ObjectNode record, String field, String value) {
    if (!record.has(field)) {
      record.put(field, value);
    }
  }

  private static String name(Party party) {
    return party
        .name()
        .filter(name -> !name.isBlank())
        .or(
            () ->
                party.identifiers().stream()
                    .filter(each -> List.of(Identifier.HANDLE, MAIL).contains(each.type()))
                    .map(Identifier::value)
                    .findFirst())
        .orElse("?");
  }
}
