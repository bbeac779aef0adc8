// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import dev.gapless.api.ItemKey;
import dev.gapless.api.Party;
import dev.gapless.api.SetupReport;
import dev.gapless.api.crm.CrmAdapter;
import dev.gapless.api.crm.CrmCapabilities;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.EntryLookup;
import dev.gapless.api.crm.LookupAnswer;
import dev.gapless.api.crm.PeopleAnswer;
import dev.gapless.api.crm.PersonMaker;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.crm.salesforce.call.Calls;
import dev.gapless.crm.salesforce.entry.EntryWriter;
import dev.gapless.crm.salesforce.entry.KeyLookup;
import dev.gapless.crm.salesforce.people.PeopleFinder;
import dev.gapless.crm.salesforce.people.PeopleMaker;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One connection to one org. */
final class SalesforceAdapter implements CrmAdapter, EntryLookup, PersonMaker {
  private final CrmCapabilities capabilities;
  private final Calls calls;
  private final SetupCheck check;
  private final PeopleFinder people;
  private final PeopleMaker maker;
  private final LockKeys locks;
  private final EntryWriter writer;
  private final KeyLookup keys;

  SalesforceAdapter(
      CrmCapabilities capabilities,
      Calls calls,
      SetupCheck check,
      PeopleFinder people,
      PeopleMaker maker,
      LockKeys locks,
      EntryWriter writer,
      KeyLookup keys) {
    this.capabilities = capabilities;
    this.calls = calls;
    this.check = check;
    this.people = people;
    this.maker = maker;
    this.locks = locks;
    this.writer = writer;
    this.keys = keys;
  }

  @Override
  public CrmCapabilities capabilities() {
    return capabilities;
  }

  @Override
  public SetupReport checkSetup() {
    return check.run();
  }

  @Override
  public PeopleAnswer findPeople(List<Party> parties) {
    return people.find(parties);
  }

  @Override
  public Answer make(Party party) {
    return maker.make(party);
  }

  @Override
  public Map<ItemKey, WriteOutcome> write(List<Entry> batch) {
    Map<ItemKey, WriteOutcome> outcomes = writer.write(batch);
    batch.forEach(
        entry ->
            outcomes.computeIfPresent(
                entry.key(), (key, outcome) -> locks.remembered(entry, outcome)));
    return outcomes;
  }

  /** The person's record and its account, which Salesforce locks with it; else the inbox. */
  @Override
  public Set<String> lockKeys(Entry entry) {
    return locks.of(entry);
  }

  @Override
  public LookupAnswer lookUp(List<ItemKey> wanted) {
    return keys.find(wanted);
  }

  /** How many calls were made, by purpose. */
  Map<String, Long> calls() {
    return calls.counts();
  }

  @Override
  public void close() {
    calls.close();
  }
}
