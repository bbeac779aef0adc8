// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import dev.gapless.api.config.Secret;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Reads a private key out of PEM text: PKCS #8, not encrypted, RSA, EC or EdDSA. */
public final class PemKey {
  private static final List<String> KEY_ALGORITHMS = List.of("RSA", "EC", "EdDSA");

  private PemKey() {}

  /**
   * Reads the key, which is looked up now.
   *
   * @throws IllegalArgumentException if the text holds no such key; it says how to make one
   */
  public static PrivateKey of(Secret secret) {
    String pem = secret.reveal().strip();
    String begin = "-----BEGIN PRIVATE KEY-----";
    String end = "-----END PRIVATE KEY-----";
    int from = pem.indexOf(begin);
    int to = pem.indexOf(end);
    if (from < 0 || to < from) {
      throw noKey();
    }
    try {
      String base64 = pem.substring(from + begin.length(), to);
      return decode(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
    } catch (GeneralSecurityException e) {
      throw noKey();
    }
  }

  private static PrivateKey decode(PKCS8EncodedKeySpec spec) throws GeneralSecurityException {
    for (String algorithm : KEY_ALGORITHMS) {
      Optional<PrivateKey> key = decode(KeyFactory.getInstance(algorithm), spec);
      if (key.isPresent()) {
        return key.get();
      }
    }
    throw new InvalidKeySpecException();
  }

  private static Optional<PrivateKey> decode(KeyFactory algorithm, PKCS8EncodedKeySpec spec) {
    try {
      return Optional.of(algorithm.generatePrivate(spec));
    } catch (InvalidKeySpecException e) {
      return Optional.empty(); // Another algorithm's key.
    }
  }

  /** Without a cause on purpose: parsers quote what they could not read. */
  private static IllegalArgumentException noKey() {
    return new IllegalArgumentException(
        "must be the text of an unencrypted PKCS #8 key (BEGIN PRIVATE KEY). Convert other forms"
            + " with: openssl pkcs8 -topk8 -nocrypt -in key.pem");
  }
}
