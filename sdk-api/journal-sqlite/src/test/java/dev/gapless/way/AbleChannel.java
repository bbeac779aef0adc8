// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import dev.gapless.api.Attachment;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Party;
import dev.gapless.api.channel.Admission;
import dev.gapless.api.channel.ChannelConnector;
import dev.gapless.api.channel.ChannelConnectorProvider;
import dev.gapless.api.channel.Enricher;
import dev.gapless.api.channel.Item;
import dev.gapless.api.channel.MediaSource;
import dev.gapless.api.channel.WebhookReceiver;
import dev.gapless.api.channel.WebhookRequest;
import dev.gapless.api.config.ExtensionContext;
import dev.gapless.api.config.Option;
import dev.gapless.api.config.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A {@link LineChannel} that can do one thing more. */
record AbleChannel(LineChannel lines, Function<WebhookReceiver, ChannelConnector> able)
    implements ChannelConnectorProvider {

  static AbleChannel fetching(LineChannel lines, MediaSource source) {
    return new AbleChannel(lines, webhooks -> new WithFiles(webhooks, source));
  }

  static AbleChannel naming(LineChannel lines, Enricher enricher) {
    return new AbleChannel(lines, webhooks -> new WithNames(webhooks, enricher));
  }

  @Override
  public String name() {
    return lines.name();
  }

  @Override
  public List<Option> options() {
    return lines.options();
  }

  @Override
  public ChannelConnector create(Settings settings, ExtensionContext context) {
    return able.apply((WebhookReceiver) lines.create(settings, context));
  }

  /** What every channel here can do. */
  static class Connector implements ChannelConnector, WebhookReceiver {
    private final WebhookReceiver webhooks;

    Connector(WebhookReceiver webhooks) {
      this.webhooks = webhooks;
    }

    @Override
    public Admission admit(WebhookRequest request) {
      return webhooks.admit(request);
    }

    @Override
    public List<Item> split(byte[] body, Instant receivedAt) {
      return webhooks.split(body, receivedAt);
    }

    @Override
    public void close() {}
  }

  private static final class WithFiles extends Connector implements MediaSource {
    private final MediaSource source;

    WithFiles(WebhookReceiver webhooks, MediaSource source) {
      super(webhooks);
      this.source = source;
    }

    @Override
    public MediaSource.Answer fetch(
        ItemKey item, Attachment attachment, long maxBytes, OutputStream to) throws IOException {
      return source.fetch(item, attachment, maxBytes, to);
    }
  }

  private static final class WithNames extends Connector implements Enricher {
    private final Enricher enricher;

    WithNames(WebhookReceiver webhooks, Enricher enricher) {
      super(webhooks);
      this.enricher = enricher;
    }

    @Override
    public Enricher.Answer names(Map<ItemKey, Party> wanted) {
      return enricher.names(wanted);
    }

    @Override
    public List<String> identifierTypes() {
      return enricher.identifierTypes();
    }
  }
}
