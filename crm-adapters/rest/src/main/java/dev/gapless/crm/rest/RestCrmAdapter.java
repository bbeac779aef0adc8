// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import dev.gapless.api.ItemKey;
import dev.gapless.api.Party;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.api.SetupReport;
import dev.gapless.api.crm.CrmAdapter;
import dev.gapless.api.crm.CrmCapabilities;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.EntryLookup;
import dev.gapless.api.crm.LookupAnswer;
import dev.gapless.api.crm.PeopleAnswer;
import dev.gapless.api.crm.WriteOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A CRM that a preset describes. Holds no state but the access token and the times of the last
 * calls.
 */
class RestCrmAdapter implements CrmAdapter, EntryLookup {
  private final Parts parts;

  RestCrmAdapter(Parts parts) {
    this.parts = parts;
  }

  @Override
  public CrmCapabilities capabilities() {
    return parts.capabilities();
  }

  @Override
  public SetupReport checkSetup() {
    return parts.check().run();
  }

  @Override
  public PeopleAnswer findPeople(List<Party> parties) {
    return parts
        .people()
        .map(finder -> finder.find(parties))
        .orElseGet(
            () ->
                new PeopleAnswer.Found(
                    parties.stream().map(party -> List.<CrmPerson>of()).toList()));
  }

  /** Creates first, then updates: a lane has at most one entry in a batch, so neither overtakes. */
  @Override
  public Map<ItemKey, WriteOutcome> write(List<Entry> batch) {
    Map<ItemKey, WriteOutcome> outcomes = new LinkedHashMap<>();
    List<Entry> creates = batch.stream().filter(entry -> !entry.isUpdate()).toList();
    List<Entry> updates = batch.stream().filter(Entry::isUpdate).toList();
    if (write(parts.creator(), creates, outcomes)) {
      write(parts.updater(), updates, outcomes);
    } else {
      updates.forEach(
          entry ->
              outcomes.put(entry.key(), new WriteOutcome.NotTried("the call before it failed")));
    }
    return outcomes;
  }

  private static boolean write(
      EntryWriter writer, List<Entry> entries, Map<ItemKey, WriteOutcome> outcomes) {
    if (entries.isEmpty()) {
      return true;
    }
    EntryWriter.Written written = writer.write(entries);
    outcomes.putAll(written.outcomes());
    return written.mayGoOn();
  }

  /**
   * Where every write looks first, nothing is told here: what is asked for counts as absent when
   * the CRM has had its time, and the write that follows looks with the records known by then.
   */
  @Override
  public LookupAnswer lookUp(List<ItemKey> keys) {
    return parts
        .finder()
        .map(present -> present.find(keys))
        .orElseGet(
            () ->
                parts.looksFirst()
                    ? new LookupAnswer.Found(Map.of())
                    : new LookupAnswer.Refused(
                        Refusal.of(
                            Category.SETUP,
                            Scope.CONNECTION,
                            "",
                            "the preset describes no look-up. Choose another strategy")));
  }

  @Override
  public void close() {
    // The JDK's client frees its connections when they idle; there is nothing else to free.
  }
}
