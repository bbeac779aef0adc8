// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import dev.gapless.api.ItemKey;
import dev.gapless.api.Party;
import dev.gapless.api.SetupReport;
import dev.gapless.api.channel.Admission;
import dev.gapless.api.channel.CatchUpAnswer;
import dev.gapless.api.channel.CatchUpReader;
import dev.gapless.api.channel.CatchUpSource;
import dev.gapless.api.channel.ChannelConnector;
import dev.gapless.api.channel.Enricher;
import dev.gapless.api.channel.HealthProbe;
import dev.gapless.api.channel.Item;
import dev.gapless.api.channel.SetupRepair;
import dev.gapless.api.channel.WebhookReceiver;
import dev.gapless.api.channel.WebhookRequest;
import dev.gapless.http.payload.Body;
import dev.gapless.http.signature.HubDoor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One configured Facebook channel. Holds no state between calls, so any thread may use it. */
final class FacebookConnector
    implements ChannelConnector,
        WebhookReceiver,
        CatchUpReader,
        Enricher,
        HealthProbe,
        SetupRepair {
  private final HubDoor door;
  private final String tenant;
  private final Accounts accounts;
  private final boolean asks;
  private final CatchUp catchUp;
  private final Names names;
  private final SetupProbe probe;

  /**
   * @param asks whether there is a token to ask the platform with
   */
  FacebookConnector(
      HubDoor door,
      String tenant,
      Accounts accounts,
      boolean asks,
      CatchUp catchUp,
      Names names,
      SetupProbe probe) {
    this.door = door;
    this.tenant = tenant;
    this.accounts = accounts;
    this.asks = asks;
    this.catchUp = catchUp;
    this.names = names;
    this.probe = probe;
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
  public List<CatchUpSource> sources() {
    return asks ? catchUp.sources() : List.of();
  }

  @Override
  public CatchUpAnswer read(CatchUpSource source, Instant since, Optional<String> cursor) {
    return catchUp.read(source, since, cursor);
  }

  @Override
  public Enricher.Answer names(Map<ItemKey, Party> wanted) {
    return names.of(wanted);
  }

  @Override
  public List<String> identifierTypes() {
    return asks ? Names.TYPES : List.of();
  }

  @Override
  public SetupReport checkSetup() {
    return probe.check();
  }

  @Override
  public SetupReport repairSetup() {
    return probe.repair();
  }

  @Override
  public void close() {}
}
