// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.channel.Admission;
import dev.gapless.api.channel.WebhookReceiver;
import dev.gapless.api.channel.WebhookRequest;
import dev.gapless.api.config.Secret;
import dev.gapless.http.signature.HubSignature;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WebhookDoorTest {
  private final WebhookReceiver door = Samples.connector(Map.of());

  @Nested
  class Handshake {
    @Test
    void answersTheChallengeUnread() {
      assertThat(get(List.of("subscribe"), List.of(Samples.TOKEN), List.of("00158ä<b>")))
          .isEqualTo(new Admission.Challenge("00158ä<b>"));
    }

    @Test
    void refusesAWrongToken() {
      for (String wrong : List.of("", "A-VERIFY-TOKEN", Samples.TOKEN + " ", "a-verify-toke")) {
        assertRefused(403, get(List.of("subscribe"), List.of(wrong), List.of("1")));
      }
    }

    @Test
    void refusesATokenThatIsMissingOrThereTwice() {
      assertRefused(403, get(List.of("subscribe"), List.of(), List.of("1")));
      List<String> twice = List.of(Samples.TOKEN, Samples.TOKEN);
      assertRefused(403, get(List.of("subscribe"), twice, List.of("1")));
    }

    @Test
    void refusesAnythingButExactlyOneChallenge() {
      for (List<String> challenge : List.of(List.<String>of(), List.of(""), List.of("1", "2"))) {
        assertRefused(400, get(List.of("subscribe"), List.of(Samples.TOKEN), challenge));
      }
    }

    @Test
    void refusesAnotherMode() {
      assertRefused(400, get(List.of("unsubscribe"), List.of(Samples.TOKEN), List.of("1")));
      assertRefused(400, get(List.of(), List.of(Samples.TOKEN), List.of("1")));
    }

    @Test
    void takesARotatedTokenWithoutRestart() {
      AtomicReference<String> token = new AtomicReference<>("old");
      WebhookReceiver rotating =
          Samples.connectorWith(
              Map.of("verify-token", token::get, "app-secret", Secret.of(Samples.SECRET)));
      WebhookRequest request = handshake(List.of("subscribe"), List.of("new"), List.of("1"));
      assertRefused(403, rotating.admit(request));
      // A file of a secret often ends with a line feed.
      token.set("new\n");
      assertThat(rotating.admit(request)).isEqualTo(new Admission.Challenge("1"));
    }

    private Admission get(List<String> mode, List<String> token, List<String> challenge) {
      return door.admit(handshake(mode, token, challenge));
    }

    private WebhookRequest handshake(
        List<String> mode, List<String> token, List<String> challenge) {
      Map<String, List<String>> query = new HashMap<>();
      query.put("hub.mode", mode);
      query.put("hub.verify_token", token);
      query.put("hub.challenge", challenge);
      return new WebhookRequest("get", query, Map.of(), new byte[0]);
    }
  }

  @Nested
  class Signed {
    private final byte[] body = Samples.bytes("text-escaped");
    private final String good = HubSignature.sign(Samples.SECRET, body);

    @Test
    void letsInWhatOurSecretSigned() {
      assertThat(post(List.of(good), body)).isEqualTo(new Admission.Genuine());
    }

    @Test
    void headerNamesHaveNoCase() {
      Map<String, List<String>> headers = Map.of("x-hub-SIGNATURE-256", List.of(good));
      assertThat(door.admit(new WebhookRequest("POST", Map.of(), headers, body)))
          .isEqualTo(new Admission.Genuine());
    }

    @Test
    void refusesEveryOtherHeader() {
      List<List<String>> forgeries =
          List.of(
              List.of(),
              List.of(""),
              List.of("sha256="),
              List.of(good.substring(0, good.length() - 1)),
              List.of(good.toUpperCase(Locale.ROOT)),
              List.of(good.replace("sha256", "sha1")),
              List.of(good.replace("sha256", "sha512")),
              List.of(good, good),
              List.of(good + "," + good),
              List.of(good + " "),
              List.of(HubSignature.sign("another-secret", body)));
      for (List<String> forgery : forgeries) {
        assertRefused(403, post(forgery, body));
      }
    }

    @Test
    void refusesAnotherBody() {
      byte[] other = body.clone();
      other[other.length / 2] ^= 1;
      assertRefused(403, post(List.of(good), other));
      assertRefused(403, post(List.of(good), new byte[0]));
    }

    @Test
    void refusesABodyEncodedAgain() throws Exception {
      byte[] again =
          new com.fasterxml.jackson.databind.ObjectMapper()
              .readTree(body)
              .toString()
              .getBytes(StandardCharsets.UTF_8);
      assertRefused(403, post(List.of(good), again));
    }

    @Test
    void takesEitherSecretDuringARotation() {
      WebhookReceiver both = Samples.connector(Map.of("app-secret", "new-one, an-app-secret"));
      assertThat(both.admit(request(List.of(good), body))).isEqualTo(new Admission.Genuine());
      assertThat(both.admit(request(List.of(HubSignature.sign("new-one", body)), body)))
          .isEqualTo(new Admission.Genuine());
    }

    @Test
    void theOldSha1HeaderDoesNotCount() {
      Map<String, List<String>> headers =
          Map.of("X-Hub-Signature", List.of("sha1=" + "0".repeat(40)));
      assertRefused(403, door.admit(new WebhookRequest("POST", Map.of(), headers, body)));
    }

    @Test
    void refusesOtherMethods() {
      for (String method : List.of("PUT", "DELETE", "HEAD", "OPTIONS")) {
        assertRefused(405, door.admit(new WebhookRequest(method, Map.of(), Map.of(), body)));
      }
    }

    private Admission post(List<String> signature, byte[] content) {
      return door.admit(request(signature, content));
    }

    private WebhookRequest request(List<String> signature, byte[] content) {
      return new WebhookRequest("POST", Map.of(), Map.of(HubSignature.HEADER, signature), content);
    }
  }

  private static void assertRefused(int status, Admission admission) {
    assertThat(admission)
        .isInstanceOfSatisfying(
            Admission.Refused.class, refused -> assertThat(refused.status()).isEqualTo(status));
  }
}
