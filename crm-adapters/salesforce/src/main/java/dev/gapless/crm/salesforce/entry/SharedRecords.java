// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.entry;

import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.api.crm.Entry;
import dev.gapless.crm.salesforce.answer.Fault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What settings put into every entry: its owner, the inbox of those without a person, the status.
 * If one of them is gone, no entry is to blame.
 *
 * @param owner the id of a user or queue
 * @param inbox the id of a record
 */
public record SharedRecords(Profile profile, Optional<String> owner, Optional<String> inbox) {
  private static final String PICKLIST = "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST";
  private static final Set<String> BAD_ID = Set.of("MALFORMED_ID", "INVALID_ID_FIELD");
  private static final int PREFIX = 3;
  private static final String QUEUE = "00G";
  private static final String USER = "005";

  /** What an inbox can be, by how its id begins ({@code keyPrefix} of every org's describe). */
  private static final Map<String, String> INBOXES =
      Map.of(
          "001", "Account",
          "006", "Opportunity",
          "02i", "Asset",
          "500", "Case",
          "701", "Campaign",
          "800", "Contract",
          "801", "Order");

  /** By setting, a question that has a record as its answer as long as all is well. */
  Map<String, String> questions() {
    Map<String, String> questions = new LinkedHashMap<>();
    owner
        .filter(id -> id.startsWith(USER))
        .ifPresent(id -> questions.put("owner", question("User", id) + " AND IsActive = true"));
    owner
        .filter(id -> id.startsWith(QUEUE))
        .ifPresent(id -> questions.put("owner", question("Group", id)));
    inbox.ifPresent(
        id ->
            Optional.ofNullable(INBOXES.get(id.substring(0, PREFIX)))
                .ifPresent(object -> questions.put("inbox", question(object, id))));
    return questions;
  }

  /** Ids consist of letters and digits. */
  private static String question(String object, String id) {
    return "SELECT Id FROM " + object + " WHERE Id = '" + id + "'";
  }

  /** What is wrong with a setting. */
  static Refusal gone(String setting, String code) {
    return Refusal.of(
        Category.SETUP,
        Scope.CONNECTION,
        code,
        "the record of the setting "
            + setting
            + " is gone, inactive or hidden from the run-as user. Name another one, or restore it");
  }

  /** The fault of a setting that an insert was refused for; empty if it is the entry's own. */
  Optional<Refusal> blame(Entry entry, Refusal refusal, Fault fault) {
    if (refusal.code().equals(PICKLIST) && names(fault, "closedStatus")) {
      return Optional.of(
          Refusal.of(
              Category.SETUP,
              Scope.CONNECTION,
              refusal.code(),
              "the status of tasks that are done is no value of this org any more"));
    }
    boolean missing = refusal.category() == Category.PERSON_GONE || BAD_ID.contains(refusal.code());
    return missing
        ? culprit(entry, fault).map(setting -> gone(setting, refusal.code()))
        : Optional.empty();
  }

  private Optional<String> culprit(Entry entry, Fault fault) {
    boolean nobody = entry.person().isEmpty();
    if (owner.isPresent() && names(fault, "owner")) {
      return Optional.of("owner");
    } else if (nobody && inbox.isPresent()) {
      return Optional.of("inbox");
    }
    return nobody && owner.isPresent() ? Optional.of("owner") : Optional.empty();
  }

  private boolean names(Fault fault, String role) {
    return profile.field(role).filter(field -> fault.fields().contains(field.name())).isPresent();
  }
}
