// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import dev.gapless.api.CrmRefs;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.crm.salesforce.people.Accounts;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a write of an entry locks: the person's record and its account, else the inbox. Both are
 * remembered with the entry, so that a change of it locks the same after a restart.
 */
final class LockKeys {
  private static final String PERSON = "lockedPerson";
  private static final String ACCOUNT = "lockedAccount";

  private final Accounts accounts;
  private final Optional<String> inbox;

  LockKeys(Accounts accounts, Optional<String> inbox) {
    this.accounts = accounts;
    this.inbox = inbox;
  }

  Set<String> of(Entry entry) {
    Map<String, String> refs = entry.refs().ids();
    Set<String> keys = new HashSet<>();
    Optional<String> person =
        entry.person().map(CrmPerson::id).or(() -> Optional.ofNullable(refs.get(PERSON)));
    person.ifPresentOrElse(keys::add, () -> inbox.ifPresent(keys::add));
    person
        .flatMap(accounts::of)
        .or(() -> Optional.ofNullable(refs.get(ACCOUNT)))
        .ifPresent(keys::add);
    return keys;
  }

  /** The same outcome, with what its entry locks among its records. */
  WriteOutcome remembered(Entry entry, WriteOutcome outcome) {
    Map<String, String> locked = new LinkedHashMap<>();
    entry
        .person()
        .map(CrmPerson::id)
        .ifPresent(
            id -> {
              locked.put(PERSON, id);
              accounts.of(id).ifPresent(account -> locked.put(ACCOUNT, account));
            });
    return locked.isEmpty() ? outcome : with(outcome, new CrmRefs(locked));
  }

  /** Only where there is a record: an entry that is still to be made may get another person. */
  private static WriteOutcome with(WriteOutcome outcome, CrmRefs locked) {
    if (outcome instanceof WriteOutcome.Written written) {
      return new WriteOutcome.Written(written.refs().and(locked), written.alreadyThere());
    } else if (outcome instanceof WriteOutcome.Refused refused && isMade(refused.refs())) {
      return new WriteOutcome.Refused(refused.refusal(), refused.refs().and(locked));
    } else if (outcome instanceof WriteOutcome.Unknown unknown && isMade(unknown.refs())) {
      return new WriteOutcome.Unknown(unknown.reason(), unknown.refs().and(locked));
    }
    return outcome;
  }

  private static boolean isMade(CrmRefs refs) {
    return refs.entry().isPresent();
  }
}
