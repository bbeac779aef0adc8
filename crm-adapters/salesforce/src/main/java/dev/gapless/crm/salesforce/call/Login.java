// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.config.Secret;
import dev.gapless.http.Json;
import dev.gapless.http.PemKey;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is shown to Salesforce for a token. Secrets are looked up anew each time. */
public sealed interface Login {
  /** The fields of the form. */
  Map<String, String> form();

  /** OAuth 2 client credentials: the app itself, acting as the run-as user of its policy. */
  record ClientCredentials(String clientId, Secret secret) implements Login {
    @Override
    public Map<String, String> form() {
      Map<String, String> form = new LinkedHashMap<>();
      form.put("grant_type", "client_credentials");
      form.put("client_id", clientId);
      form.put("client_secret", secret.reveal().strip());
      return form;
    }

    @Override
    public String toString() {
      return "ClientCredentials[***]";
    }
  }

  /**
   * OAuth 2 JWT bearer (RFC 7523): a user for whom the app was approved, proved by a key whose
   * certificate the app knows. The assertion lives for three minutes, as clients take it; a clock
   * that is further off fails.
   *
   * @param audience {@code https://login.salesforce.com}, or {@code https://test.salesforce.com}
   *     for sandboxes
   */
  record JwtBearer(String clientId, String user, String audience, Secret key, Clock clock)
      implements Login {
    private static final Duration LIFE = Duration.ofMinutes(3);

    @Override
    public Map<String, String> form() {
      Map<String, String> form = new LinkedHashMap<>();
      form.put("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
      form.put("assertion", assertion());
      return form;
    }

    private String assertion() {
      ObjectNode head = JsonNodeFactory.instance.objectNode().put("alg", "RS256");
      ObjectNode claims =
          JsonNodeFactory.instance
              .objectNode()
              .put("iss", clientId)
              .put("sub", user)
              .put("aud", audience)
              .put("exp", clock.instant().plus(LIFE).getEpochSecond());
      String signed = base64(Json.bytes(head)) + "." + base64(Json.bytes(claims));
      return signed + "." + base64(sign(signed.getBytes(UTF_8)));
    }

    private byte[] sign(byte[] text) {
      try {
        PrivateKey rsa = PemKey.of(key);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(rsa);
        signature.update(text);
        return signature.sign();
      } catch (GeneralSecurityException e) {
        throw new IllegalArgumentException("must be an RSA key", e);
      }
    }

    private static String base64(byte[] bytes) {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
      return "JwtBearer[***]";
    }
  }
}
