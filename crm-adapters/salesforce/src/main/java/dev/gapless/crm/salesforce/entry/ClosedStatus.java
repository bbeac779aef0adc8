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
 * The name of the status in which a task is done: every org has its own names, so the org is asked
 * once. Thread-safe.
 */
public final class ClosedStatus {
  private static final String QUESTION = "SELECT ApiName, IsClosed, IsDefault FROM TaskStatus";

  private final Query query;
  private final boolean needed;
  private volatile String name;

  /**
   * @param set by an admin; empty asks the org
   * @param needed whether the profile writes it at all
   */
  public ClosedStatus(Query query, Optional<String> set, boolean needed) {
    this.query = query;
    this.needed = needed;
    this.name = set.orElse("");
  }

  /** The name; to be asked only after {@link #load()} had nothing to complain of. */
  public String name() {
    return name;
  }

  /** Finds the name, if it is not known yet; says why it cannot. */
  public Optional<Refusal> load() {
    return !needed || !name.isEmpty() ? Optional.empty() : ask();
  }

  private Optional<Refusal> ask() {
    Query.Answer answer = query.ask(Purpose.CHECK, false, List.of(QUESTION));
    if (answer instanceof Query.Answer.Refused refused) {
      return Optional.of(refused.refusal());
    }
    for (JsonNode status : ((Query.Answer.Records) answer).ofEach().get(0)) {
      if (status.path("IsClosed").asBoolean() && name.isEmpty()) {
        name = status.path("ApiName").asText("");
      }
    }
    return name.isEmpty()
        ? Optional.of(
            Refusal.of(
                Category.SETUP,
                Scope.CONNECTION,
                "",
                "no status of tasks is a closed one. Mark one as closed in Object Manager, Task,"
                    + " Fields, Status; or name it in the setting task-status"))
        : Optional.empty();
  }
}
