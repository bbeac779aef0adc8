// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import dev.gapless.api.Conversation;
import dev.gapless.api.CrmRefs;
import dev.gapless.api.Identifier;
import dev.gapless.api.Interaction;
import dev.gapless.api.InteractionBuilder;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Party;
import dev.gapless.api.config.ExtensionContext;
import dev.gapless.api.config.Secret;
import dev.gapless.api.config.Settings;
import dev.gapless.api.config.State;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.Entry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes adapters and entries for tests. */
final class Connections {
  /** So that a busy machine does not look like a CRM that is silent. */
  static final String PATIENT = "60s";

  /** For a CRM that is silent, and has to be waited for. */
  static final String SILENT = "5s";

  static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private Connections() {}

  /** The settings of the demo preset, changed by pairs of key and value. */
  static Map<String, String> demo(FakeCrm crm, String... more) {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "preset", "demo",
                "url", crm.url(),
                "client-id", "quickstart",
                "client-secret", "the-client-secret",
                "connect-timeout", "60s",
                "read-timeout", PATIENT));
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }

  static RestCrmAdapter open(Map<String, String> settings) {
    return open(settings, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  static RestCrmAdapter open(Map<String, String> settings, Clock clock) {
    return open(settings, clock, new MemoryState());
  }

  static RestCrmAdapter open(Map<String, String> settings, Clock clock, State state) {
    RestCrmProvider provider = new RestCrmProvider();
    Map<String, Secret> raw = new HashMap<>();
    settings.forEach((key, value) -> raw.put(key, Secret.of(value)));
    Settings checked = Settings.check("crm.test", provider.options(), raw);
    return (RestCrmAdapter) provider.create(checked, context(clock, state));
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
    return new Party(
        Optional.of(name), List.of(new Identifier(Identifier.WHATSAPP_ID, whatsappId)));
  }

  static Entry entry(long sequence, InteractionBuilder interaction) {
    CrmPerson person = new CrmPerson("P-1", "person", Instant.EPOCH);
    return new Entry(interaction.build(), sequence, Optional.of(person), CrmRefs.none());
  }

  static Entry newEntry(long sequence) {
    return entry(sequence, message("m" + sequence, "text " + sequence));
  }

  static Entry changedEntry(long sequence) {
    Entry entry = newEntry(sequence);
    return new Entry(entry.interaction(), sequence, entry.person(), CrmRefs.entry("T-" + sequence));
  }

  private static ExtensionContext context(Clock clock, State state) {
    return new ExtensionContext() {
      @Override
      public Clock clock() {
        return clock;
      }

      @Override
      public State state() {
        return state;
      }

      @Override
      public String loggerName() {
        return "dev.gapless.test";
      }

      @Override
      public String connectionName() {
        return "test";
      }
    };
  }
}
