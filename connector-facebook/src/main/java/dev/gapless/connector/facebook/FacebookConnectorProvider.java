// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import dev.gapless.api.channel.ChannelConnector;
import dev.gapless.api.channel.ChannelConnectorProvider;
import dev.gapless.api.config.ExtensionContext;
import dev.gapless.api.config.Option;
import dev.gapless.api.config.Settings;
import dev.gapless.http.Problems;
import dev.gapless.http.signature.HubOptions;
import java.util.List;
import java.util.Optional;

/**
 * Makes the connector of the channel {@code facebook}: pages, Messenger and Instagram behind one
 * address. What it makes receives webhooks, reads back what they missed, knows names, fetches
 * files, and checks and mends its own set-up; all but the first need a token to do more than say
 * so.
 */
public final class FacebookConnectorProvider implements ChannelConnectorProvider {
  static final String NAME = "facebook";

  /** For {@link java.util.ServiceLoader}. */
  public FacebookConnectorProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Option> options() {
    return FacebookOptions.ALL;
  }

  @Override
  public ChannelConnector create(Settings settings, ExtensionContext context) {
    Problems problems = new Problems().add(FacebookOptions.problems(settings));
    Optional<Platform> platform = Platform.of(settings, context.clock(), problems);
    return new FacebookConnector(
        HubOptions.door(settings, FacebookOptions.INSTAGRAM_APP_SECRET),
        settings.optionalText(HubOptions.TENANT).orElse(""),
        problems.unlessAny(platform));
  }
}
