// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.media;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** Passes a file on and remembers its digest and how it began. */
final class CheckedFile extends OutputStream {
  private final OutputStream to;
  private final MessageDigest digest = sha256();
  private final byte[] head = new byte[MediaTypes.HEAD];
  private int headLength;

  CheckedFile(OutputStream to) {
    this.to = to;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    to.write(bytes, from, length);
    digest.update(bytes, from, length);
    int begin = Math.min(length, head.length - headLength);
    System.arraycopy(bytes, from, head, headLength, begin);
    headLength += begin;
  }

  byte[] head() {
    return Arrays.copyOf(head, headLength);
  }

  /** Whether the file has this digest; asked once, when it is whole. */
  boolean hasDigest(String announced) {
    byte[] own = digest.digest();
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(own);
    String plain = announced.strip().replace('-', '+').replace('_', '/').replaceAll("=+$", "");
    return plain.equals(base64)
        || plain.toLowerCase(Locale.ROOT).equals(HexFormat.of().formatHex(own));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
