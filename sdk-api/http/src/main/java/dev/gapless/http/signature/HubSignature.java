// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.signature;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The signature that Meta's platforms put over a webhook: the header {@value #HEADER} with {@code
 * sha256=} and 64 lower-case hex digits, the HMAC-SHA256 of the raw body under the app secret.
 *
 * <p>The check is strict: exactly one header value of exactly that form. It takes the raw bytes as
 * received; a body that was decoded and encoded again does not pass. Safe for use by many threads.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started">Validating
 *     payloads</a>
 */
public final class HubSignature {
  /** The header's name; header names have no case. */
  public static final String HEADER = "X-Hub-Signature-256";

  private static final String PREFIX = "sha256=";
  private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-f]{64}");

  private final Supplier<List<String>> secrets;

  /**
   * @param secrets asked anew at each check, so that a rotated secret counts at once; any of them
   *     counts, blank ones never do
   */
  public HubSignature(Supplier<List<String>> secrets) {
    this.secrets = secrets;
  }

  /**
   * Says whether the body was signed with one of the secrets. Takes the same time for every wrong
   * digest, and always computes with every secret.
   *
   * @param headerValues every value of the header {@value #HEADER} as received, untrimmed
   * @param body the raw bytes
   * @throws RuntimeException whatever the supplier of the secrets throws
   */
  public SignatureVerdict check(List<String> headerValues, byte[] body) {
    if (headerValues.isEmpty()) {
      return SignatureVerdict.MISSING;
    }
    if (headerValues.size() > 1) {
      return SignatureVerdict.REPEATED;
    }
    String header = headerValues.get(0);
    if (!FORM.matcher(header).matches()) {
      return SignatureVerdict.MALFORMED;
    }
    return compare(HexFormat.of().parseHex(header.substring(PREFIX.length())), body);
  }

  private SignatureVerdict compare(byte[] claimed, byte[] body) {
    List<String> usable = secrets.get().stream().filter(secret -> !secret.isBlank()).toList();
    boolean genuine = false;
    for (String secret : usable) {
      // No short cut: which of the secrets matched must not show in the time it takes.
      genuine |= MessageDigest.isEqual(HmacSha256.of(secret, body), claimed);
    }
    if (usable.isEmpty()) {
      return SignatureVerdict.NO_SECRET;
    }
    return genuine ? SignatureVerdict.GENUINE : SignatureVerdict.WRONG;
  }

  /**
   * The header value a sender puts beside the body.
   *
   * @throws IllegalArgumentException if the secret is blank
   */
  public static String sign(String secret, byte[] body) {
    if (secret.isBlank()) {
      throw new IllegalArgumentException("A signature needs a secret that is not blank");
    }
    return PREFIX + HexFormat.of().formatHex(HmacSha256.of(secret, body));
  }
}
