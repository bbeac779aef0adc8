// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import dev.gapless.api.channel.Admission;
import dev.gapless.api.channel.WebhookRequest;
import dev.gapless.api.config.Settings;
import dev.gapless.http.signature.HubSignature;
import dev.gapless.http.signature.SignatureVerdict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * Lets in what Meta signed and answers the handshake.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint">Create
 *     a webhook endpoint</a>
 */
final class WebhookDoor {
  private final Settings settings;
  private final HubSignature signature;

  WebhookDoor(Settings settings) {
    this.settings = settings;
    this.signature = new HubSignature(() -> settings.secrets(WhatsAppConnectorProvider.APP_SECRET));
  }

  Admission admit(WebhookRequest request) {
    return switch (request.method()) {
      case "GET" -> handshake(request);
      case "POST" -> signed(request);
      default -> new Admission.Refused(405, "neither a handshake (GET) nor an event (POST)");
    };
  }

  private Admission signed(WebhookRequest request) {
    SignatureVerdict verdict = signature.check(request.header(HubSignature.HEADER), request.body());
    return verdict == SignatureVerdict.GENUINE
        ? new Admission.Genuine()
        : new Admission.Refused(403, verdict.reason());
  }

  private Admission handshake(WebhookRequest request) {
    if (!request.query("hub.mode").equals(List.of("subscribe"))) {
      return new Admission.Refused(400, "handshake without hub.mode=subscribe");
    }
    if (!tokenMatches(request.query("hub.verify_token"))) {
      return new Admission.Refused(403, "handshake with a verify token that is not ours");
    }
    List<String> challenge = request.query("hub.challenge");
    if (challenge.size() != 1 || challenge.get(0).isEmpty()) {
      return new Admission.Refused(400, "handshake without exactly one hub.challenge");
    }
    return new Admission.Challenge(challenge.get(0));
  }

  private boolean tokenMatches(List<String> offered) {
    String ours = settings.secret(WhatsAppConnectorProvider.VERIFY_TOKEN).reveal().strip();
    return offered.size() == 1
        && !ours.isEmpty()
        && MessageDigest.isEqual(utf8(ours), utf8(offered.get(0)));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
