// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import dev.gapless.api.ItemKey;
import dev.gapless.api.Party;
import dev.gapless.api.SetupReport;
import dev.gapless.api.crm.CrmAdapter;
import dev.gapless.api.crm.CrmCapabilities;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.EntryLookup;
import dev.gapless.api.crm.LookupAnswer;
import dev.gapless.api.crm.PeopleAnswer;
import dev.gapless.api.crm.PersonMaker;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.crm.salesforce.call.Calls;
import dev.gapless.crm.salesforce.entry.EntryWriter;
import dev.gapless.crm.salesforce.entry.KeyLookup;
import dev.gapless.crm.salesforce.people.Accounts;
import dev.gapless.crm.salesforce.people.PeopleFinder;
import dev.gapless.crm.salesforce.people.PeopleMaker;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One connection to one org. */
final class SalesforceAdapter implements CrmAdapter, EntryLookup, PersonMaker {
  private final CrmCapabilities capabilities;
  private final Calls calls;
  private final SetupCheck check;
  private final PeopleFinder people;
  private final PeopleMaker maker;
  private final Accounts accounts;
  private final EntryWriter writer;
  private final KeyLookup keys;
  private final Optional<String> inbox;

  SalesforceAdapter(
      CrmCapabilities capabilities,
      Calls calls,
      SetupCheck check,
      PeopleFinder people,
      PeopleMaker maker,
      Accounts accounts,
      EntryWriter writer,
      KeyLookup keys,
      Optional<String> inbox) {
    this.capabilities = capabilities;
    this.calls = calls;
    this.check = check;
    this.people = people;
    this.maker = maker;
    this.accounts = accounts;
    this.writer = writer;
    this.keys = keys;
    this.inbox = inbox;
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
    return writer.write(batch);
  }

  /** The person's record and its account, which Salesforce locks with it; else the inbox. */
  @Override
  public Set<String> lockKeys(Entry entry) {
    Set<String> keys = new HashSet<>();
    entry
        .person()
        .map(CrmPerson::id)
        .ifPresentOrElse(
            id -> {
              keys.add(id);
              accounts.of(id).ifPresent(keys::add);
            },
            () -> inbox.ifPresent(keys::add));
    return keys;
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
