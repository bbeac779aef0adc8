// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.SetupReport;
import dev.gapless.api.SetupReport.Finding;
import dev.gapless.crm.salesforce.call.Calls;
import dev.gapless.crm.salesforce.call.Calls.Reading;
import dev.gapless.crm.salesforce.call.Purpose;
import dev.gapless.crm.salesforce.entry.Profile;
import dev.gapless.crm.salesforce.entry.SharedCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads limits and describes, and compares them with what entries and people need: everything that
 * is missing comes in one report. Costs one call per object and two; none while the budget is
 * spent, but for one now and then that looks again.
 */
final class SetupCheck {
  private static final long LEAST_STORAGE_MB = 1;

  private final Calls calls;
  private final FieldCheck fields;
  private final SharedCheck shared;

  SetupCheck(Calls calls, FieldCheck fields, SharedCheck shared) {
    this.calls = calls;
    this.fields = fields;
    this.shared = shared;
  }

  SetupReport run() {
    Optional<Refusal> kept = calls.budget().refusal();
    if (kept.isPresent()) {
      return new SetupReport(List.of(finding(kept.get())));
    }
    List<Finding> findings = new ArrayList<>();
    Optional<Refusal> noAnswer = limits(findings);
    for (String object : fields.objects()) {
      noAnswer = noAnswer.isPresent() ? noAnswer : describe(object, findings);
    }
    List<Refusal> more = noAnswer.map(List::of).orElseGet(shared::run);
    more.forEach(refusal -> findings.add(finding(refusal)));
    return new SetupReport(findings);
  }

  /** Not everybody may read them; then what stands in every answer must do. */
  private Optional<Refusal> limits(List<Finding> findings) {
    Reading reading = read("/limits", body -> body.path("DailyApiRequests").isObject());
    if (reading instanceof Reading.Found found) {
      storage(found.body(), "DataStorageMB", "data storage", findings);
      if (fields.files()) {
        storage(found.body(), "FileStorageMB", "file storage", findings);
      }
    } else {
      Refusal refusal = ((Reading.Refused) reading).refusal();
      if (refusal.category() != Category.SETUP) {
        return Optional.of(refusal);
      }
    }
    return calls.budget().spent();
  }

  private static void storage(
      JsonNode limits, String limit, String subject, List<Finding> findings) {
    JsonNode data = limits.path(limit);
    if (data.path("Remaining").isNumber() && data.path("Remaining").asLong() < LEAST_STORAGE_MB) {
      findings.add(
          new Finding(
              Category.SETUP,
              subject,
              "is full (" + data.path("Max").asLong() + " MB)",
              "Make room or buy more: Setup, Storage Usage"));
    }
  }

  private Optional<Refusal> describe(String object, List<Finding> findings) {
    Reading reading =
        read("/sobjects/" + object + "/describe", body -> body.path("fields").isArray());
    if (reading instanceof Reading.Found found) {
      findings.addAll(fields.check(object, found.body()));
      return Optional.empty();
    }
    Refusal refusal = ((Reading.Refused) reading).refusal();
    if (!refusal.code().equals("NOT_FOUND") && !isHidden(refusal)) {
      return Optional.of(refusal);
    }
    findings.add(
        new Finding(
            Category.SETUP,
            "object " + object,
            "does not exist for the run-as user",
            "Deploy the metadata, assign the permission set Gapless to the run-as user"));
    return Optional.empty();
  }

  private static boolean isHidden(Refusal refusal) {
    return refusal.category() == Category.SETUP && refusal.code().startsWith("INSUFFICIENT_ACCESS");
  }

  private Reading read(String path, java.util.function.Predicate<JsonNode> shape) {
    return calls.read(Purpose.CHECK, calls.base() + path, Optional.empty(), shape);
  }

  private static Finding finding(Refusal refusal) {
    return new Finding(
        refusal.category(),
        "connection to Salesforce",
        refusal.code().isEmpty() ? refusal.detail() : refusal.code() + ", " + refusal.detail(),
        "Nothing is written until the check succeeds");
  }

  /** What a profile writes to; for messages. */
  static String home(Profile profile) {
    return profile.object().equals("Task") ? "Activity" : profile.object();
  }
}
