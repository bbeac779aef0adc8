// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.channel;

import dev.gapless.api.channel.ChannelConnectorProvider;
import dev.gapless.api.channel.WebhookReceiver;
import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.NearestName;
import dev.gapless.api.config.Option;
import dev.gapless.api.config.Secret;
import dev.gapless.api.config.Settings;
import dev.gapless.examples.quickstart.console.Plain;
import dev.gapless.examples.quickstart.console.UsageException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;

/** The connectors on the class path, for reading payloads without an engine. */
public final class Connectors {
  private static final String ACCOUNT = "account";

  private Connectors() {}

  /** The names of all channels, sorted. */
  public static List<String> names() {
    return providers().stream().map(ChannelConnectorProvider::name).sorted().toList();
  }

  /**
   * The connector of a channel, set up to read only.
   *
   * @param account the account of payloads that name none
   * @throws UsageException if there is no such channel, or it cannot be set up so
   */
  public static WebhookReceiver reader(String channel, Optional<String> account) {
    ChannelConnectorProvider provider =
        providers().stream()
            .filter(one -> one.name().equals(channel))
            .findFirst()
            .orElseThrow(() -> unknown(channel));
    try {
      Settings settings = Settings.check(channel, provider.options(), values(provider, account));
      if (provider.create(settings, new Lent(channel)) instanceof WebhookReceiver receiver) {
        return receiver;
      }
    } catch (ConfigurationException e) {
      throw new UsageException(String.join("\n", e.problems()));
    }
    throw new UsageException("channel '" + channel + "' has no webhooks to read");
  }

  private static List<ChannelConnectorProvider> providers() {
    return StreamSupport.stream(
            ServiceLoader.load(ChannelConnectorProvider.class).spliterator(), false)
        .toList();
  }

  private static UsageException unknown(String channel) {
    return new UsageException(
        "there is no channel '"
            + Plain.line(channel, 60)
            + "'. "
            + NearestName.hint(channel, names()));
  }

  /** Reading needs no secret, so anything will do where one is required. */
  private static Map<String, Secret> values(
      ChannelConnectorProvider provider, Optional<String> account) {
    Map<String, Secret> values = new HashMap<>();
    provider.options().stream()
        .filter(Option::required)
        .forEach(option -> values.put(option.key(), Secret.of("unused")));
    account.ifPresent(id -> values.put(ACCOUNT, Secret.of(id)));
    return values;
  }
}
