// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.SetupReport;
import dev.gapless.api.SetupReport.Finding;
import dev.gapless.crm.rest.preset.SetupProbe;
import dev.gapless.crm.rest.template.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the preset's call for the set-up check and compares its lists with what we need. */
final class SetupCheck {
  private final Reads reads;
  private final SetupProbe probe;

  SetupCheck(Reads reads, SetupProbe probe) {
    this.reads = reads;
    this.probe = probe;
  }

  SetupReport run() {
    Reads.Answer answer =
        reads.call(probe.request(), Values.none(), this::hasLists, "the set-up check");
    if (answer instanceof Reads.Refused refused) {
      return new SetupReport(List.of(finding(refused.refusal())));
    }
    List<Finding> findings = new ArrayList<>();
    JsonNode body = ((Reads.Found) answer).body();
    probe.needs().forEach(need -> findings.addAll(missing(need, body.at(need.list()))));
    return new SetupReport(findings);
  }

  private boolean hasLists(JsonNode body) {
    return body.isContainerNode()
        && probe.success().filter(condition -> !condition.fits(200, body)).isEmpty()
        && probe.needs().stream().allMatch(need -> isList(need, body.at(need.list())));
  }

  private static boolean isList(SetupProbe.Need need, JsonNode found) {
    return need.members() ? found.isObject() : found.isArray();
  }

  private static List<Finding> missing(SetupProbe.Need need, JsonNode list) {
    Set<String> there = new HashSet<>();
    if (need.members()) {
      list.fieldNames().forEachRemaining(there::add);
    }
    list.forEach(each -> there.add(need.name().map(each::at).orElse(each).asText()));
    return need.names().stream()
        .filter(name -> !there.contains(name))
        .map(
            name ->
                new Finding(
                    Category.SETUP, need.what() + " " + name, "missing in the CRM", need.remedy()))
        .toList();
  }

  private static Finding finding(Refusal refusal) {
    return new Finding(
        refusal.category(),
        "connection to the CRM",
        refusal.code().isEmpty() ? refusal.detail() : refusal.code() + ", " + refusal.detail(),
        "Nothing is written until the check succeeds");
  }
}
