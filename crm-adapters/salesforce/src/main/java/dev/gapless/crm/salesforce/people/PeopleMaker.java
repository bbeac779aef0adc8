// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.Party;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.PersonMaker.Answer;
import dev.gapless.crm.salesforce.answer.During;
import dev.gapless.crm.salesforce.answer.Meaning;
import dev.gapless.crm.salesforce.call.CallResult;
import dev.gapless.crm.salesforce.call.CallResult.Answered;
import dev.gapless.crm.salesforce.call.Calls;
import dev.gapless.crm.salesforce.call.Purpose;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes people. What a duplicate rule of the org says is evidence of who it may be, never a choice:
 * unless an admin has said so, the entry is parked with the records it named.
 */
public final class PeopleMaker {
  private static final String RULE = "DUPLICATES_DETECTED";

  private final Calls calls;
  private final NewPerson form;
  private final boolean link;

  /**
   * @param object {@code Contact} or {@code Lead}
   * @param fields by type of identifier, the field that holds it
   * @param link whether the one record that a duplicate rule names is taken for the person
   */
  public PeopleMaker(Calls calls, String object, Map<String, String> fields, boolean link) {
    this.calls = calls;
    this.form = new NewPerson(object, fields);
    this.link = link;
  }

  /** Makes one person. */
  public Answer make(Party party) {
    Optional<ObjectNode> record = form.of(party);
    if (record.isEmpty()) {
      return invalid(
          "nothing of this person can be looked for in Salesforce, so it would be made again and"
              + " again. Name a field for its identifier in person-fields");
    }
    CallResult result =
        calls.write(
            Purpose.PEOPLE, During.CREATE, "POST", "/sobjects/" + form.object(), record.get());
    if (result instanceof CallResult.NotDone notDone) {
      return new Answer.Refused(notDone.refusal());
    }
    return result instanceof CallResult.Lost lost
        ? new Answer.Unknown(lost.reason())
        : read((Answered) result);
  }

  private Answer read(Answered answer) {
    String id = answer.body().path("id").asText("");
    if (answer.isSuccess() && answer.body().path("success").asBoolean() && !id.isBlank()) {
      return new Answer.Made(new CrmPerson(id, form.object(), Instant.EPOCH));
    }
    Set<String> matches = matches(answer.body());
    if (answer.faults().stream().anyMatch(fault -> fault.code().equals(RULE))
        && !matches.isEmpty()) {
      return matched(matches);
    }
    Refusal refusal = Calls.refusal(answer, During.CREATE);
    return Calls.meaning(answer, During.CREATE).then() == Meaning.Then.UNKNOWN
        ? new Answer.Unknown(refusal.summary())
        : new Answer.Refused(refusal);
  }

  private Answer matched(Set<String> ids) {
    if (link && ids.size() == 1) {
      return new Answer.Made(new CrmPerson(ids.iterator().next(), form.object(), Instant.EPOCH));
    }
    return new Answer.Refused(
        Refusal.of(
            Category.INVALID,
            Scope.ENTRY,
            RULE,
            "a duplicate rule of the org takes this person for "
                + ids
                + ". Correct or join the records, replay"));
  }

  /** The key is misspelt by the platform in most versions. */
  private static Set<String> matches(JsonNode body) {
    Set<String> ids = new LinkedHashSet<>();
    for (JsonNode error : body) {
      JsonNode result =
          error.has("duplicateResut")
              ? error.path("duplicateResut")
              : error.path("duplicateResult");
      for (JsonNode match : result.path("matchResults")) {
        for (JsonNode record : match.path("matchRecords")) {
          String id = record.path("record").path("Id").asText("");
          if (id.matches("[A-Za-z0-9]{15}([A-Za-z0-9]{3})?")) {
            ids.add(id);
          }
        }
      }
    }
    return ids;
  }

  private static Answer invalid(String detail) {
    return new Answer.Refused(Refusal.of(Category.INVALID, Scope.ENTRY, "", detail));
  }
}
