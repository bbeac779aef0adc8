// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.docs;

import dev.gapless.api.channel.ChannelConnectorProvider;
import dev.gapless.api.config.Option;
import dev.gapless.api.crm.CrmAdapterProvider;
import dev.gapless.engine.config.ChannelOptions;
import dev.gapless.engine.config.CrmOptions;
import dev.gapless.engine.config.IntakeOptions;
import dev.gapless.engine.config.RetentionOptions;
import dev.gapless.engine.journal.JournalOpenerProvider;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;

/** The reference page of the configuration, as the code itself understands it. */
final class ConfigurationPage {
  private final StringBuilder page = new StringBuilder();

  static String generate() {
    ConfigurationPage page = new ConfigurationPage();
    page.introduction();
    page.section("intake", "`intake.*`", IntakeOptions.ALL);
    page.section("retention", "`retention.*`", RetentionOptions.ALL);
    ServiceLoader.load(JournalOpenerProvider.class)
        .forEach(one -> page.section(one.name(), journal(one), one.options()));
    page.section(
        "every channel", "`channel.NAME.*`, beside the connector's own", ChannelOptions.ALL);
    page.section("every CRM", "`crm.NAME.*`, beside the adapter's own", CrmOptions.ALL);
    ServiceLoader.load(ChannelConnectorProvider.class)
        .forEach(one -> page.section(one.name(), channel(one), one.options()));
    ServiceLoader.load(CrmAdapterProvider.class)
        .forEach(one -> page.section(one.name(), crm(one), one.options()));
    return page.page.toString();
  }

  private void introduction() {
    page.append(
        """
        # Configuration reference

        Generated from the options that the code declares; a test fails when this page differs.

        One model, two ways in: `Gapless.builder()` and a UTF-8 `gapless.properties` for `Gapless.fromProperties(file)`. A connection's `type` is its NAME unless given. Any value may hold `${env:NAME}` or `${file:PATH}`; both are looked up each time the value is needed, so a rotated secret counts without a restart. An unknown key is an error that names the nearest known one, and all problems come in one message.

        Durations: `500ms`, `30s`, `5m`, `2h`, `1d` or ISO-8601.
        """);
  }

  private void section(String name, String place, List<Option> options) {
    page.append("\n## ").append(name).append("\n\n").append(place).append("\n\n");
    page.append("| key | what it is | kind | default |\n|---|---|---|---|\n");
    for (Option option : options) {
      String kind = option.type().name().toLowerCase(Locale.ROOT);
      String fallback =
          option.required()
              ? "**required**"
              : option.fallback().map(v -> "`" + v + "`").orElse("–");
      page.append("| `").append(option.key()).append("` | ").append(option.description());
      page.append(" | ").append(kind).append(" | ").append(fallback).append(" |\n");
    }
  }

  private static String journal(JournalOpenerProvider one) {
    return "`journal.*`, with `journal.type=" + one.name() + "` (the default)";
  }

  private static String channel(ChannelConnectorProvider one) {
    return "`channel.NAME.*`, with `channel.NAME.type=" + one.name() + "`";
  }

  private static String crm(CrmAdapterProvider one) {
    return "`crm.NAME.*`, with `crm.NAME.type=" + one.name() + "`";
  }
}
