// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import dev.gapless.api.Conversation;
import dev.gapless.api.CrmRefs;
import dev.gapless.api.Identifier;
import dev.gapless.api.Interaction;
import dev.gapless.api.InteractionBuilder;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Party;
import dev.gapless.api.Refusal;
import dev.gapless.api.config.ExtensionContext;
import dev.gapless.api.config.Secret;
import dev.gapless.api.config.Settings;
import dev.gapless.api.config.State;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.WriteOutcome;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes adapters and entries for tests. */
final class Connections {
  static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  static final String CONTACT = "003000000000001AAA";

  private Connections() {}

  /** Settings of a connection, changed by pairs of key and value; an empty value takes one away. */
  static Map<String, String> settings(FakeOrg org, String... more) {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "login-url", org.url(),
                "org-id", FakeOrg.ORG,
                "client-id", "consumer-key",
                "client-secret", "the-client-secret",
                "connect-timeout", "60s",
                "read-timeout", "60s"));
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    settings.values().removeIf(String::isEmpty);
    return settings;
  }

  static SalesforceAdapter open(FakeOrg org, String... more) {
    return open(settings(org, more), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  static SalesforceAdapter open(Map<String, String> settings, Clock clock) {
    SalesforceProvider provider = new SalesforceProvider();
    Map<String, Secret> raw = new HashMap<>();
    settings.forEach((key, value) -> raw.put(key, Secret.of(value)));
    Settings checked = Settings.check("crm.test", provider.options(), raw);
    return (SalesforceAdapter) provider.create(checked, new TestContext(clock));
  }

  static ItemKey key(String id) {
    return new ItemKey("", "whatsapp", "15550100", "message", id);
  }

  static InteractionBuilder message(String id, String text) {
    return Interaction.builder(key(id), NOW)
        .conversation(Conversation.of("chat-1"))
        .author(party("Ada Example", "491510000001"))
        .text(text);
  }

  static Party party(String name, String whatsappId) {
    return party(name, new Identifier(Identifier.WHATSAPP_ID, whatsappId));
  }

  static Party party(String name, Identifier... identifiers) {
    return new Party(Optional.of(name), List.of(identifiers));
  }

  static Entry entry(long sequence, InteractionBuilder interaction) {
    CrmPerson person = new CrmPerson(CONTACT, "Contact", Instant.EPOCH);
    return new Entry(interaction.build(), sequence, Optional.of(person), CrmRefs.none());
  }

  static Entry newEntry(long sequence) {
    return entry(sequence, message("m" + sequence, "text " + sequence));
  }

  /** A change of an entry that Salesforce has under this id. */
  static Entry changed(Entry entry, String id) {
    return new Entry(entry.interaction(), entry.sequence(), entry.person(), CrmRefs.entry(id));
  }

  /** What became of an entry written alone. */
  static WriteOutcome write(SalesforceAdapter adapter, Entry entry) {
    return adapter.write(List.of(entry)).get(entry.key());
  }

  /** Why an entry written alone was refused. */
  static Refusal refusal(SalesforceAdapter adapter, Entry entry) {
    return ((WriteOutcome.Refused) write(adapter, entry)).refusal();
  }

  private record TestContext(Clock clock) implements ExtensionContext {
    @Override
    public State state() {
      throw new UnsupportedOperationException("nothing is kept");
    }

    @Override
    public String loggerName() {
      return "dev.gapless.test";
    }

    @Override
    public String connectionName() {
      return "test";
    }
  }
}
