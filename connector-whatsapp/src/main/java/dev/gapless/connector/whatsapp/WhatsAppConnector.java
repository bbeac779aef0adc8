// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import dev.gapless.api.channel.Admission;
import dev.gapless.api.channel.ChannelConnector;
import dev.gapless.api.channel.Item;
import dev.gapless.api.channel.WebhookReceiver;
import dev.gapless.api.channel.WebhookRequest;
import dev.gapless.http.payload.Body;
import dev.gapless.http.payload.Envelope;
import dev.gapless.http.signature.HubDoor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One configured WhatsApp channel. Holds no state between calls, so any thread may use it. */
final class WhatsAppConnector implements ChannelConnector, WebhookReceiver {
  private final HubDoor door;
  private final String tenant;
  private final Optional<String> fallbackAccount;

  WhatsAppConnector(HubDoor door, String tenant, Optional<String> fallbackAccount) {
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
        : Envelope.items(receipt.body().json(), new Contents(receipt));
  }

  @Override
  public void close() {}
}
