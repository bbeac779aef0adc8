// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import dev.gapless.api.Identifier;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Party;
import dev.gapless.crm.rest.template.Value;
import dev.gapless.crm.rest.template.Values;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the placeholders stand for when a person's record is made.
 *
 * @param phone the telephone number as the record shall hold it
 */
record PersonValues(Party party, Optional<String> phone) implements Values {
  @Override
  public Optional<Value> get(String name) {
    return switch (name) {
      case "label" -> label().map(Value.Text::new);
      case "key" -> key(party).map(Value.Text::new);
      default -> new PartyValues(party, List.of(), phone).get(name);
    };
  }

  /** The name, or what else there is: CRMs want their people named. */
  private Optional<String> label() {
    return party.name().filter(name -> !name.isBlank()).or(() -> phone).or(() -> trusted(party));
  }

  /** A digest of the identifier trusted most: the same each time this person comes. */
  static Optional<String> key(Party party) {
    return Stream.concat(
            party.identifiers().stream().filter(each -> !each.type().equals(Identifier.HANDLE)),
            party.identifiers().stream())
        .findFirst()
        .map(each -> new ItemKey("", each.type(), "", "person", each.value()).sha256Hex());
  }

  private static Optional<String> trusted(Party party) {
    return party.identifiers().stream().findFirst().map(Identifier::value);
  }
}
