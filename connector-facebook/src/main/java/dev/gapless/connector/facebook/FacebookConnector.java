// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import dev.gapless.api.Attachment;
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
import dev.gapless.api.channel.MediaSource;
import dev.gapless.api.channel.SetupRepair;
import dev.gapless.api.channel.WebhookReceiver;
import dev.gapless.api.channel.WebhookRequest;
import dev.gapless.http.payload.Body;
import dev.gapless.http.signature.HubDoor;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One configured Facebook channel. Any thread may use it. */
final class FacebookConnector
    implements ChannelConnector,
        WebhookReceiver,
        CatchUpReader,
        Enricher,
        MediaSource,
        HealthProbe,
        SetupRepair {
  private final HubDoor door;
  private final String tenant;
  private final Platform platform;
  private final CatchUp catchUp;
  private final Names names;
  private final Files files;
  private final SetupCheck setup;

  FacebookConnector(HubDoor door, String tenant, Platform platform) {
    this.door = door;
    this.tenant = tenant;
    this.platform = platform;
    this.catchUp = new CatchUp(platform);
    this.names = new Names(platform);
    this.files = new Files(platform);
    this.setup = new SetupCheck(platform);
  }

  @Override
  public Admission admit(WebhookRequest request) {
    return door.admit(request);
  }

  @Override
  public List<Item> split(byte[] body, Instant receivedAt) {
    return new Receipt(tenant, platform.accounts(), receivedAt, Body.read(body)).items(body);
  }

  @Override
  public List<CatchUpSource> sources() {
    return platform.tokens().any() ? catchUp.sources() : List.of();
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
    return platform.tokens().any() ? Names.TYPES : List.of();
  }

  @Override
  public boolean isFile(Attachment attachment) {
    return Files.isFile(attachment);
  }

  @Override
  public MediaSource.Answer fetch(
      ItemKey item, Attachment attachment, long maxBytes, OutputStream to) throws IOException {
    return files.fetch(item, attachment, maxBytes, to);
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
