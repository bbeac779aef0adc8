// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.signature;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keyed digest that Meta's platforms sign webhooks and prove calls with. */
public final class HmacSha256 {
  private static final String ALGORITHM = "HmacSHA256";

  private HmacSha256() {}

  /**
   * The digest of a message.
   *
   * @throws IllegalArgumentException if the secret is empty
   */
  public static byte[] of(String secret, byte[] message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return mac.doFinal(message);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
    }
  }

  /** The digest of a text in UTF-8, as 64 lower-case hex digits. */
  public static String hex(String secret, String message) {
    return HexFormat.of().formatHex(of(secret, message.getBytes(StandardCharsets.UTF_8)));
  }
}
