// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import dev.gapless.api.channel.Admission;
import dev.gapless.api.channel.ChannelConnector;
import dev.gapless.api.channel.Item;
import dev.gapless.api.channel.WebhookReceiver;
import dev.gapless.api.channel.WebhookRequest;
import dev.gapless.http.payload.Body;
import dev.gapless.http.signature.HubDoor;
import java.time.Instant;
import java.util.List;

/** One configured Facebook channel. Holds no state between calls, so any thread may use it. */
final class FacebookConnector implements ChannelConnector, WebhookReceiver {
  private final HubDoor door;
  private final String tenant;
  private final Accounts accounts;

  FacebookConnector(HubDoor door, String tenant, Accounts accounts) {
    this.door = door;
    this.tenant = tenant;
    this.accounts = accounts;
  }

  @Override
  public Admission admit(WebhookRequest request) {
    return door.admit(request);
  }

  @Override
  public List<Item> split(byte[] body, Instant receivedAt) {
    return new Receipt(tenant, accounts, receivedAt, Body.read(body)).items(body);
  }

  @Override
  public void close() {}
}
