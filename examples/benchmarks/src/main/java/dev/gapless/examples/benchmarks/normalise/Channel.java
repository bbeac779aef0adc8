// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.normalise;

import dev.gapless.api.channel.ChannelConnectorProvider;
import dev.gapless.api.channel.WebhookReceiver;
import dev.gapless.api.config.ExtensionContext;
import dev.gapless.api.config.Secret;
import dev.gapless.api.config.Settings;
import dev.gapless.api.config.State;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;

/** Connectors as the engine makes them. */
final class Channel {
  private Channel() {}

  /** The channel's connector, with settings that are only there to be there. */
  static WebhookReceiver receiver(String channel) {
    ChannelConnectorProvider provider =
        ServiceLoader.load(ChannelConnectorProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(one -> one.name().equals(channel))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no connector for " + channel));
    Map<String, Secret> values = new HashMap<>();
    values.put("verify-token", Secret.of("not asked for"));
    values.put("app-secret", Secret.of("not asked for"));
    Settings settings = Settings.check("channel." + channel, provider.options(), values);
    return (WebhookReceiver) provider.create(settings, new Lent(channel));
  }

  private record Lent(String connectionName) implements ExtensionContext {
    @Override
    public Clock clock() {
      return Clock.systemUTC();
    }

    @Override
    public State state() {
      throw new IllegalStateException("reading a payload remembers nothing");
    }

    @Override
    public String loggerName() {
      return "dev.gapless." + connectionName;
    }
  }
}
