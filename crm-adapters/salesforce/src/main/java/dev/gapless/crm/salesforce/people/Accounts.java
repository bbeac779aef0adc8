// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.people;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers which account a person belongs to: a write below a person locks the account as well.
 * What is forgotten costs a retried row lock at most. Thread-safe.
 */
public final class Accounts {
  private static final int MOST = 50_000;

  private final Map<String, String> ofPerson =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST;
        }
      };

  synchronized void learn(PersonObject.Found found) {
    found.account().ifPresent(account -> ofPerson.put(found.person().id(), account));
  }

  /** The account of a person, if it was seen. */
  public synchronized Optional<String> of(String person) {
    return Optional.ofNullable(ofPerson.get(person));
  }
}
