// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.names;

import dev.gapless.api.Interaction;
import dev.gapless.api.Party;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds whose name a contact lacks. */
final class Nameless {
  private Nameless() {}

  /** The customer, or else the author, without a name and known by an id that can be asked for. */
  static Optional<Party> in(Interaction contact, Set<String> types) {
    return Stream.of(contact.customer(), contact.author())
        .flatMap(Optional::stream)
        .filter(party -> is(party) && canBeAsked(party, types))
        .findFirst();
  }

  static boolean is(Party party) {
    return party.name().filter(name -> !name.isBlank()).isEmpty();
  }

  private static boolean canBeAsked(Party party, Set<String> types) {
    return party.identifiers().stream().anyMatch(one -> types.contains(one.type()));
  }
}
