// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.Identifier;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Party;
import dev.gapless.api.crm.CrmPerson;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A person's record that is being made, may have been made, or has just been made.
 *
 * @param names digests of the identifiers; what has one in common is the same person
 * @param since when the call was announced, or ended
 * @param person the record; empty while nobody knows whether there is one
 */
record Making(Set<String> names, Instant since, Optional<CrmPerson> person) {
  private static final int DIGITS = 32;

  static Making doubt(Party party, Instant since) {
    return new Making(names(party), since, Optional.empty());
  }

  static Making done(Party party, Instant since, CrmPerson person) {
    return new Making(names(party), since, Optional.of(person));
  }

  boolean isDoubt() {
    return person.isEmpty();
  }

  boolean isOf(Party party) {
    return names(party).stream().anyMatch(names::contains);
  }

  Making since(Instant later) {
    return new Making(names, later, person);
  }

  private static Set<String> names(Party party) {
    return LastingIds.of(party).stream()
        .map(Making::digest)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String digest(Identifier each) {
    return new ItemKey("", each.type(), "", "person", each.value())
        .sha256Hex()
        .substring(0, DIGITS);
  }
}
