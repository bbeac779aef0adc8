// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.signature;

import dev.gapless.api.channel.Admission;
import dev.gapless.api.channel.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Supplier;

/**
 * Lets in what Meta signed and answers the handshake. Both need the raw request; neither does input
 * or output. Safe for use by many threads.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started">Webhooks,
 *     create an endpoint</a>
 */
public final class HubDoor {
  private final Supplier<String> verifyToken;
  private final HubSignature signature;

  /**
   * Both are asked anew at each request, so that a rotated value counts at once.
   *
   * @param verifyToken the text that was entered where the webhook is set up; blank refuses all
   * @param secrets the app secrets, any of which counts
   */
  public HubDoor(Supplier<String> verifyToken, Supplier<List<String>> secrets) {
    this.verifyToken = verifyToken;
    this.signature = new HubSignature(secrets);
  }

  /** What to do with the request. */
  public Admission admit(WebhookRequest request) {
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
    String ours = verifyToken.get().strip();
    return offered.size() == 1
        && !ours.isEmpty()
        && MessageDigest.isEqual(utf8(ours), utf8(offered.get(0)));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
