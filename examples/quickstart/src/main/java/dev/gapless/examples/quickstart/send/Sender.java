// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.send;

import dev.gapless.api.EventKey;
import dev.gapless.api.channel.Item;
import dev.gapless.api.channel.WebhookReceiver;
import dev.gapless.examples.quickstart.channel.Envelope;
import dev.gapless.examples.quickstart.channel.Payload;
import dev.gapless.examples.quickstart.console.ToldException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Posts payloads, and reads them as the host does so that their items can be followed. */
final class Sender {
  private final HostClient host;
  private final String channel;
  private final String secret;
  private final WebhookReceiver reader;

  Sender(HostClient host, String channel, String secret, WebhookReceiver reader) {
    this.host = host;
    this.channel = channel;
    this.secret = secret;
    this.reader = reader;
  }

  List<Sent> send(Payload payload) {
    if (payload instanceof Payload.Problem problem) {
      return List.of(Sent.error(problem.file(), problem.error()));
    }
    try {
      return send(payload.file(), Envelope.around(channel, ((Payload.Body) payload).bytes()));
    } catch (ToldException e) {
      return List.of(Sent.error(payload.file(), e.getMessage()));
    }
  }

  private List<Sent> send(String file, byte[] body) {
    List<Item> items;
    try {
      items = reader.split(body, Instant.now());
    } catch (RuntimeException e) {
      int status = host.post(channel, body, secret);
      return List.of(
          Sent.error(
              file,
              "posted, answered "
                  + status
                  + ", but the connector broke with "
                  + e.getClass().getSimpleName()
                  + ": the host has parked it whole"));
    }
    List<Sent> sent = expected(file, items);
    int status = host.post(channel, body, secret);
    return status == 200 ? sent : List.of(Sent.error(file, refusal(status)));
  }

  /** Whether the host knows an event already can only be seen before it is sent. */
  private List<Sent> expected(String file, List<Item> items) {
    List<Sent> sent = new ArrayList<>();
    Set<EventKey> inThisBody = new HashSet<>();
    for (Item item : items) {
      boolean known =
          !inThisBody.add(item.event()) || Fate.isKnown(item, host.trace(item.event().item()));
      sent.add(known ? Sent.repeated(file, item) : Sent.following(file, item));
    }
    return sent;
  }

  private String refusal(int status) {
    return switch (status) {
      case 403 -> "refused (403): signed with another secret than the host's; give it by --secret";
      case 404 -> "refused (404): the host has no channel '" + channel + "' in its settings";
      case 413 -> "refused (413): larger than the host takes";
      case 503 -> "not taken (503): the host cannot write its journal now; see its log";
      default -> "refused (" + status + ")";
    };
  }
}
