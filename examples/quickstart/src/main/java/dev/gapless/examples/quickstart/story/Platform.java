// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.story;

import dev.gapless.api.EventKey;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Kind;
import dev.gapless.api.channel.Item;
import dev.gapless.api.channel.WebhookReceiver;
import dev.gapless.examples.quickstart.channel.Connectors;
import dev.gapless.examples.quickstart.console.ToldException;
import dev.gapless.examples.quickstart.send.HostClient;
import dev.gapless.http.signature.HubSignature;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Sends the webhooks and remembers what was acknowledged: a witness beside the journal and the CRM.
 */
final class Platform {
  static final String WHATSAPP = "whatsapp";
  static final String FACEBOOK = "facebook";

  private final HostClient host;
  private final Map<String, WebhookReceiver> readers =
      Map.of(
          WHATSAPP, Connectors.reader(WHATSAPP, Optional.empty()),
          FACEBOOK, Connectors.reader(FACEBOOK, Optional.empty()));
  private final String secret;
  private final Map<ItemKey, String> kinds = new LinkedHashMap<>();
  private final Set<EventKey> events = new HashSet<>();
  private int all;

  Platform(HostClient host, String secret) {
    this.host = host;
    this.secret = secret;
  }

  /** Posts a signed body of WhatsApp's. */
  void deliver(byte[] body) {
    deliver(WHATSAPP, body);
  }

  /** Posts a signed body. */
  void deliver(String channel, byte[] body) {
    int status = host.post(channel, body, secret);
    if (status != 200) {
      throw new ToldException("The host answered " + status + " to a genuine webhook; see its log");
    }
    acknowledged(channel, body);
  }

  /** Remembers what is in a body that was acknowledged. */
  void acknowledged(String channel, byte[] body) {
    Objects.requireNonNull(readers.get(channel), channel)
        .split(body, Instant.now())
        .forEach(this::remember);
  }

  private void remember(Item item) {
    all++;
    events.add(item.event());
    kinds.putIfAbsent(item.event().item(), kind(item));
  }

  private static String kind(Item item) {
    return item instanceof Item.Contact contact
        ? contact.interaction().kind().label()
        : item instanceof Item.Notice ? "notice" : Kind.UNSUPPORTED.label();
  }

  /** Posts a body that somebody else signed; returns the status of the answer. */
  int forge(byte[] body, String otherSecret) {
    return host.post(WHATSAPP, body, otherSecret);
  }

  /** Posts a body that nobody signed; returns the status of the answer. */
  int forge(byte[] body) {
    return host.post(WHATSAPP, body, Optional.empty());
  }

  /** Posts one body under the signature of another; returns the status of the answer. */
  int forge(byte[] body, byte[] signedBody) {
    return host.post(WHATSAPP, body, Optional.of(HubSignature.sign(secret, signedBody)));
  }

  /** Every item acknowledged, with its kind. */
  Map<ItemKey, String> kinds() {
    return Collections.unmodifiableMap(kinds);
  }

  /** The key of an acknowledged item. */
  Optional<ItemKey> key(String nativeId) {
    return kinds.keySet().stream().filter(key -> key.nativeId().equals(nativeId)).findFirst();
  }

  /** How many different events were acknowledged. */
  int events() {
    return events.size();
  }

  /** How many came more than once. */
  int repeats() {
    return all - events.size();
  }
}
