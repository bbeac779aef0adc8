// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import dev.gapless.api.Attachment;
import dev.gapless.api.ItemKey;
import dev.gapless.api.SetupReport;
import dev.gapless.api.channel.Admission;
import dev.gapless.api.channel.ChannelConnector;
import dev.gapless.api.channel.HealthProbe;
import dev.gapless.api.channel.Item;
import dev.gapless.api.channel.MediaSource;
import dev.gapless.api.channel.SetupRepair;
import dev.gapless.api.channel.WebhookReceiver;
import dev.gapless.api.channel.WebhookRequest;
import dev.gapless.http.payload.Body;
import dev.gapless.http.payload.Envelope;
import dev.gapless.http.signature.HubDoor;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One configured WhatsApp channel. Any thread may use it. */
final class WhatsAppConnector
    implements ChannelConnector, WebhookReceiver, MediaSource, HealthProbe, SetupRepair {
  private final HubDoor door;
  private final String tenant;
  private final Optional<String> fallbackAccount;
  private final MediaFiles media;
  private final SetupCheck setup;

  WhatsAppConnector(
      HubDoor door, String tenant, Optional<String> fallbackAccount, Platform platform) {
    this.door = door;
    this.tenant = tenant;
    this.fallbackAccount = fallbackAccount;
    this.media = new MediaFiles(platform);
    this.setup = new SetupCheck(platform);
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
  public Answer fetch(ItemKey item, Attachment attachment, long maxBytes, OutputStream to)
      throws IOException {
    return media.fetch(attachment, maxBytes, to);
  }

  @Override
  public SetupReport checkSetup() {
    return setup.check();
  }

  @Override
  public SetupReport repairSetup() {
    return setup.repair();
  }

  @Override
  public void close() {}
}
