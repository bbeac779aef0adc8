// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import dev.gapless.api.channel.ChannelConnector;
import dev.gapless.api.channel.ChannelConnectorProvider;
import dev.gapless.api.config.ExtensionContext;
import dev.gapless.api.config.Option;
import dev.gapless.api.config.Settings;
import dev.gapless.http.Problems;
import dev.gapless.http.graph.GraphOptions;
import dev.gapless.http.payload.KeyPart;
import dev.gapless.http.signature.HubOptions;
import java.util.List;
import java.util.Optional;

/**
 * Makes the connector of the channel {@code whatsapp}. What it makes also is a {@link
 * dev.gapless.api.channel.WebhookReceiver}, which does no input or output of its own; a {@link
 * dev.gapless.api.channel.MediaSource}, a {@link dev.gapless.api.channel.HealthProbe} and a {@link
 * dev.gapless.api.channel.SetupRepair}, which need a token to do more than say so.
 */
public final class WhatsAppConnectorProvider implements ChannelConnectorProvider {
  static final String NAME = "whatsapp";

  /** For {@link java.util.ServiceLoader}. */
  public WhatsAppConnectorProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Option> options() {
    return WhatsAppOptions.ALL;
  }

  @Override
  public ChannelConnector create(Settings settings, ExtensionContext context) {
    Problems problems =
        new Problems()
            .add(KeyPart.problems(settings, List.of(HubOptions.TENANT, WhatsAppOptions.ACCOUNT)))
            .add(
                GraphOptions.idProblems(
                    settings, List.of(WhatsAppOptions.BUSINESS_ACCOUNT, WhatsAppOptions.NUMBERS)));
    Optional<Platform> platform = Platform.of(settings, context.clock(), problems);
    return new WhatsAppConnector(
        HubOptions.door(settings),
        settings.optionalText(HubOptions.TENANT).orElse(""),
        settings.optionalText(WhatsAppOptions.ACCOUNT),
        problems.unlessAny(platform));
  }
}
