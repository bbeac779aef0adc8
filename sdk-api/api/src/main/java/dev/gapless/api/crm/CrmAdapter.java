// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.crm;

import dev.gapless.api.ItemKey;
import dev.gapless.api.Party;
import dev.gapless.api.SetupReport;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One connection to one CRM. All methods may be called by several threads at once and block until
 * the CRM has answered or the time-out has passed.
 *
 * <p>An adapter never sleeps, retries or keeps a queue: it sends, reads the answer and classifies
 * it; the engine decides what happens next. It may renew its token once and send again when the CRM
 * said that it did not even look at the request. What the CRM says is a value; what is thrown is
 * taken as "may have happened".
 *
 * <p>Optional abilities: {@link EntryLookup}, {@link PersonMaker}, {@link FileTaker}.
 */
public interface CrmAdapter extends AutoCloseable {
  /** What this connection can do and promises; constant for its life, no network call. */
  CrmCapabilities capabilities();

  /**
   * Checks credentials, rights, fields and settings on the CRM, all in one report. Read-only.
   * Called at start, and again as the probe after an outage or a set-up fault, so it must be cheap
   * and must need the identity (a call that answers strangers proves nothing).
   */
  SetupReport checkSetup();

  /**
   * Finds the people behind many parties in as few calls as the CRM allows. Phone numbers are
   * matched over candidates of their format and are never rewritten. Read-only.
   *
   * @return one match per party in the same order, or why none could be asked for
   */
  PeopleAnswer findPeople(List<Party> parties);

  /**
   * Writes a batch, in the order given, and answers per entry. An entry whose {@link Entry#refs()}
   * has an entry id is an update of that record, own fields only; any other is a create with the
   * key of {@link Entry#key()}, resumed where its refs say.
   *
   * <p>Entries missing from the answer are taken as {@link WriteOutcome.Unknown}; so is the whole
   * batch if this throws.
   *
   * @param batch at most {@link CrmCapabilities#maxBatch()} entries, at least one
   */
  Map<ItemKey, WriteOutcome> write(List<Entry> batch);

  /**
   * What writing this entry locks inside the CRM: no two calls with a key in common are in flight
   * together. The person's record, unless the adapter knows more.
   */
  default Set<String> lockKeys(Entry entry) {
    return entry.person().map(CrmPerson::id).stream().collect(Collectors.toSet());
  }

  /** Frees what the adapter holds. Called once; no other method is called afterwards. */
  @Override
  void close();
}
