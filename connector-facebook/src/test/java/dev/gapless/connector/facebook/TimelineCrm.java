// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import dev.gapless.api.CrmRefs;
import dev.gapless.api.Interaction;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Party;
import dev.gapless.api.SetupReport;
import dev.gapless.api.config.ExtensionContext;
import dev.gapless.api.config.Option;
import dev.gapless.api.config.Settings;
import dev.gapless.api.crm.CrmAdapter;
import dev.gapless.api.crm.CrmAdapterProvider;
import dev.gapless.api.crm.CrmCapabilities;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.Once;
import dev.gapless.api.crm.PeopleAnswer;
import dev.gapless.api.crm.WriteOutcome;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A CRM that keeps what it is given, and counts how often an entry was made. */
final class TimelineCrm implements CrmAdapterProvider, CrmAdapter {
  final Map<ItemKey, Interaction> entries = new LinkedHashMap<>();
  final Map<ItemKey, Integer> creates = new HashMap<>();

  @Override
  public String name() {
    return "timeline";
  }

  @Override
  public List<Option> options() {
    return List.of();
  }

  @Override
  public CrmAdapter create(Settings settings, ExtensionContext context) {
    return this;
  }

  @Override
  public CrmCapabilities capabilities() {
    return new CrmCapabilities(50, CrmCapabilities.LanesInBatch.PREFIX, new Once.Enforced(), 1);
  }

  @Override
  public SetupReport checkSetup() {
    return SetupReport.ok();
  }

  @Override
  public PeopleAnswer findPeople(List<Party> parties) {
    return new PeopleAnswer.Found(parties.stream().map(any -> List.<CrmPerson>of()).toList());
  }

  @Override
  public synchronized Map<ItemKey, WriteOutcome> write(List<Entry> batch) {
    Map<ItemKey, WriteOutcome> outcomes = new LinkedHashMap<>();
    for (Entry entry : batch) {
      if (!entry.isUpdate()) {
        creates.merge(entry.key(), 1, Integer::sum);
      }
      entries.put(entry.key(), entry.interaction());
      outcomes.put(entry.key(), WriteOutcome.written(CrmRefs.entry(entry.key().sha256Hex())));
    }
    return outcomes;
  }

  @Override
  public void close() {}
}
