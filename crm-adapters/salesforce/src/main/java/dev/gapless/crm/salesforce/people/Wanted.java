// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.people;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Identifier;
import dev.gapless.api.Party;
import dev.gapless.http.entry.PhoneCandidates;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is looked for of one party.
 *
 * @param phones its telephone numbers in every form they may have been written down
 * @param mails its e-mail addresses
 * @param own by field of our own, the values it may hold
 */
record Wanted(Set<String> phones, Set<String> mails, Map<String, Set<String>> own) {
  /** The type of identifier that is an e-mail address. */
  private static final String MAIL = "email";

  /** Longer values fit no field that is searched. */
  private static final int LONGEST = 255;

  static Wanted of(Party party, PhoneCandidates phones, Map<String, String> fields) {
    Set<String> mails = new LinkedHashSet<>();
    Map<String, Set<String>> own = new LinkedHashMap<>();
    for (Identifier each : party.identifiers()) {
      if (each.value().length() > LONGEST) {
        continue;
      }
      if (each.type().equals(MAIL)) {
        mails.add(each.value());
      }
      String field = fields.get(each.type());
      if (field != null) {
        own.computeIfAbsent(field, none -> new LinkedHashSet<>()).add(each.value());
      }
    }
    return new Wanted(new LinkedHashSet<>(phones.of(party)), mails, own);
  }

  boolean isEmpty() {
    return phones.isEmpty() && mails.isEmpty() && own.isEmpty();
  }

  /** Whether a record is one of this party's: Salesforce compares without regard to case. */
  boolean fits(PersonObject object, JsonNode row) {
    return object.phones().stream().anyMatch(field -> holds(phones, row.path(field)))
        || holds(mails, row.path(object.mail()))
        || own.entrySet().stream()
            .anyMatch(e -> holds(e.getValue(), row.path(object.own(e.getKey()))));
  }

  private static boolean holds(Set<String> values, JsonNode cell) {
    return cell.isTextual()
        && values.stream().anyMatch(value -> lower(value).equals(lower(cell.textValue())));
  }

  private static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
