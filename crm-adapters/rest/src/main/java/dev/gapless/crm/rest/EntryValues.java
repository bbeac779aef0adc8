// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import dev.gapless.api.Conversation;
import dev.gapless.api.Interaction;
import dev.gapless.api.Party;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.Entry;
import dev.gapless.crm.rest.template.Value;
import dev.gapless.crm.rest.template.Value.Moment;
import dev.gapless.crm.rest.template.Value.Text;
import dev.gapless.crm.rest.template.Value.Whole;
import dev.gapless.crm.rest.template.Values;
import dev.gapless.http.entry.ConversationKey;
import dev.gapless.http.entry.EntryTexts;
import java.util.Optional;

/** What the placeholders of a template stand for in one entry. */
record EntryValues(Entry entry, EntryTexts texts) implements Values {
  private static final String DATA = "data.";
  private static final String REF = "ref.";

  @Override
  public Optional<Value> get(String name) {
    Interaction interaction = entry.interaction();
    return switch (name) {
      case "occurredAt" -> Optional.of(new Moment(entry.occurredAt()));
      case "changedAt" -> Optional.of(new Moment(interaction.changedAt()));
      case "sequence" -> Optional.of(new Whole(entry.sequence()));
      case "text" -> Optional.of(new Text(texts.text(interaction)));
      case "parent" -> text(interaction.parent());
      case "target" -> text(interaction.target());
      case "conversation" -> text(interaction.conversation().map(Conversation::id));
      case "author" -> text(interaction.author().flatMap(EntryValues::shown));
      case "status" -> text(interaction.status().map(status -> status.label()));
      case "person.id" -> text(entry.person().map(CrmPerson::id));
      case "person.type" -> text(entry.person().map(CrmPerson::type));
      case "conversationKey" -> Optional.of(new Text(ConversationKey.of(interaction)));
      case "id" -> text(entry.refs().entry());
      default ->
          name.startsWith(REF)
              ? text(Optional.ofNullable(entry.refs().ids().get(name.substring(REF.length()))))
              : name.startsWith(DATA) ? data(interaction, name) : text(Optional.of(word(name)));
    };
  }

  /** What every entry has. */
  private String word(String name) {
    Interaction interaction = entry.interaction();
    return switch (name) {
      case "key" -> entry.key().sha256Hex();
      case "uuid" -> entry.key().uuid().toString();
      case "tenant" -> entry.key().tenant();
      case "channel" -> entry.key().channel();
      case "account" -> entry.key().account();
      case "nativeId" -> entry.key().nativeId();
      case "kind" -> interaction.kind().label();
      case "action" -> interaction.action().label();
      case "direction" -> interaction.direction().label();
      case "visibility" -> interaction.visibility().label();
      default -> throw new IllegalArgumentException("no placeholder is called " + name);
    };
  }

  private static Optional<Value> data(Interaction interaction, String name) {
    return text(Optional.ofNullable(interaction.data().get(name.substring(DATA.length()))));
  }

  /** The name, or the identifier that is trusted most. */
  private static Optional<String> shown(Party party) {
    return party.name().or(() -> party.identifiers().stream().findFirst().map(i -> i.value()));
  }

  private static Optional<Value> text(Optional<String> text) {
    return text.map(Text::new);
  }
}
