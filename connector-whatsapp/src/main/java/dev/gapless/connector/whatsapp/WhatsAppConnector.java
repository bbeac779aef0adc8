// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import dev.gapless.api.channel.Admission;
import dev.gapless.api.channel.ChannelConnector;
import dev.gapless.api.channel.Item;
import dev.gapless.api.channel.WebhookReceiver;
import dev.gapless.api.channel.WebhookRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One configured WhatsApp channel. Holds no state between calls, so any thread may use it. */
final class WhatsAppConnector implements ChannelConnector, WebhookReceiver {
  private final WebhookDoor door;
  private final String tenant;
  private final Optional<String> fallbackAccount;

  WhatsAppConnector(WebhookDoor door, String tenant, Optional<String> fallbackAccount) {
    this.door = door;
    this.tenant = tenant;
    this.fallbackAccount = fallbackAccount;
  }

  @Override
  public Admission admit(WebhookRequest request) {
    return door.admit(request);
  }

  @Override
  public List<Item> split(byte[] body, Instant receivedAt) {
    Receipt receipt = new Receipt(tenant, fallbackAccount, receivedAt, Body.read(body));
    return receipt.body().problem().isPresent()
        ? List.of(receipt.unreadable(body))
        : new Envelope(receipt).items();
  }

  @Override
  public void close() {}
}
