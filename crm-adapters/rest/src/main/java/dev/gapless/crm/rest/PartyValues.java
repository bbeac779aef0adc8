// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gapless.api.Party;
import dev.gapless.crm.rest.template.Value;
import dev.gapless.crm.rest.template.Values;
import dev.gapless.http.entry.CleanText;
import java.util.List;
import java.util.Optional;

/** What the placeholders of a search stand for in one party. */
record PartyValues(Party party, List<String> phones, Optional<String> phone) implements Values {
  private static final String IDENTIFIER = "identifier.";

  @Override
  public Optional<Value> get(String name) {
    if (name.startsWith(IDENTIFIER)) {
      return identifier(name.substring(IDENTIFIER.length()));
    }
    return switch (name) {
      case "identifiers" -> Optional.of(identifiers());
      case "phones" -> phones.isEmpty() ? Optional.empty() : Optional.of(new Value.Texts(phones));
      case "phone" -> phone.map(Value.Text::new);
      case "name" -> party.name().map(Value.Text::new);
      default -> throw new IllegalArgumentException("no placeholder is called " + name);
    };
  }

  private Optional<Value> identifier(String type) {
    return party.identifiers().stream()
        .filter(identifier -> identifier.type().equals(type))
        .findFirst()
        .map(identifier -> new Value.Text(identifier.value()));
  }

  private Value identifiers() {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    party
        .identifiers()
        .forEach(
            identifier ->
                array
                    .addObject()
                    .put("type", CleanText.wellFormed(identifier.type()))
                    .put("value", CleanText.wellFormed(identifier.value())));
    return new Value.Tree(array);
  }
}
