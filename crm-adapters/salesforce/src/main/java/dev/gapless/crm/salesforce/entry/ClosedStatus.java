// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.crm.salesforce.call.Purpose;
import dev.gapless.crm.salesforce.call.Query;
import java.util.List;
import java.util.Optional;

/**
 * The name of the status in which a task is done: every org has its own names, so the org is asked,
 * before the first insert and with each check of the set-up. Thread-safe.
 */
public final class ClosedStatus {
  private static final String QUESTION = "SELECT ApiName, IsClosed, IsDefault FROM TaskStatus";

  private final Query query;
  private final Optional<String> set;
  private final boolean needed;
  private volatile String name;

  /**
   * @param set by an admin; empty asks the org
   * @param needed whether the profile writes it at all
   */
  public ClosedStatus(Query query, Optional<String> set, boolean needed) {
    this.query = query;
    this.set = set;
    this.needed = needed;
    this.name = set.orElse("");
  }

  /** The name; to be asked only after {@link #load()} had nothing to complain of. */
  public String name() {
    return name;
  }

  /** Finds the name, if it is not known yet; says why it cannot. */
  Optional<Refusal> load() {
    return !needed || !name.isEmpty() ? Optional.empty() : ask();
  }

  private Optional<Refusal> ask() {
    Query.Answer answer = query.ask(Purpose.CHECK, false, List.of(QUESTION));
    return answer instanceof Query.Answer.Refused refused
        ? Optional.of(refused.refusal())
        : read(((Query.Answer.Records) answer).ofEach().get(0));
  }

  /** What to ask the org for; empty if the profile has no status. */
  Optional<String> question() {
    return needed ? Optional.of(QUESTION) : Optional.empty();
  }

  /** Takes the org's answer: a name that is closed no more is given up. */
  Optional<Refusal> read(List<JsonNode> statuses) {
    List<String> closed =
        statuses.stream()
            .filter(status -> status.path("IsClosed").asBoolean())
            .map(status -> status.path("ApiName").asText(""))
            .filter(each -> !each.isEmpty())
            .toList();
    if (set.isPresent()) {
      return closed.contains(set.get())
          ? Optional.empty()
          : refusal(
              "the setting task-status names no closed status of this org. Name one of Object"
                  + " Manager, Task, Fields, Status; or leave it out");
    } else if (!closed.contains(name)) {
      name = closed.isEmpty() ? "" : closed.get(0);
    }
    return name.isEmpty()
        ? refusal(
            "no status of tasks is a closed one. Mark one as closed in Object Manager, Task,"
                + " Fields, Status; or name it in the setting task-status")
        : Optional.empty();
  }

  private static Optional<Refusal> refusal(String detail) {
    return Optional.of(Refusal.of(Category.SETUP, Scope.CONNECTION, "", detail));
  }
}
