// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.crm;

import dev.gapless.api.CrmRefs;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Party;
import dev.gapless.api.Refusal;
import dev.gapless.api.SetupReport;
import dev.gapless.api.crm.CrmAdapter;
import dev.gapless.api.crm.CrmCapabilities;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.Once;
import dev.gapless.api.crm.PeopleAnswer;
import dev.gapless.api.crm.WriteOutcome;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Batches as Salesforce's collections take them: 200 records, in no order that could be relied on.
 */
record PricedCrmAdapter(PricedCrm crm) implements CrmAdapter {
  private static final Refusal DOWN =
      Refusal.of(Refusal.Category.OUTAGE, Refusal.Scope.CONNECTION, "", "the CRM is down");

  @Override
  public CrmCapabilities capabilities() {
    return new CrmCapabilities(
        PricedCrm.MOST_ROWS,
        CrmCapabilities.LanesInBatch.ONE_ENTRY,
        new Once.Enforced(),
        PricedCrm.CONCURRENCY);
  }

  @Override
  public SetupReport checkSetup() {
    return crm.isUp()
        ? SetupReport.ok()
        : new SetupReport(
            List.of(
                new SetupReport.Finding(
                    Refusal.Category.OUTAGE, "CRM", "it is down", "Wait until it is up")));
  }

  @Override
  public PeopleAnswer findPeople(List<Party> parties) {
    if (!crm.isUp()) {
      return new PeopleAnswer.Refused(DOWN);
    }
    crm.call(parties.size());
    return new PeopleAnswer.Found(parties.stream().map(PricedCrmAdapter::person).toList());
  }

  private static List<CrmPerson> person(Party party) {
    return List.of(
        new CrmPerson("person-" + party.identifiers().get(0).value(), "Contact", Instant.EPOCH));
  }

  @Override
  public Map<ItemKey, WriteOutcome> write(List<Entry> batch) {
    Map<ItemKey, WriteOutcome> answer = new LinkedHashMap<>();
    if (!crm.isUp()) {
      batch.forEach(entry -> answer.put(entry.key(), WriteOutcome.refused(DOWN)));
      return answer;
    }
    crm.write(batch.stream().map(entry -> entry.interaction().text()).toList());
    for (Entry entry : batch) {
      CrmRefs refs = CrmRefs.entry(entry.key().sha256Hex());
      answer.put(entry.key(), new WriteOutcome.Written(refs, false));
    }
    return answer;
  }

  @Override
  public void close() {}
}
