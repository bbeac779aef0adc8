// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.payload;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Whether the JSON parser may decode the bytes of a body itself. */
final class Encoding {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private static final long HIGH_BITS = 0x8080808080808080L;

  /** How many bytes the parser looks at to guess the encoding. */
  private static final int GUESSED_FROM = 4;

  private static final int LONGEST = 4;

  /** The first code point that needs as many bytes as the index says. */
  private static final int[] FIRST = {0, 0, 0x80, 0x800, 0x10000};

  private Encoding() {}

  /**
   * Whether bytes are UTF-8 without a byte order mark, and will be taken for it. The parser accepts
   * some that are none, and takes zeros at the beginning for a sign of another encoding.
   */
  static boolean isPlain(byte[] bytes) {
    for (int i = 0; i < GUESSED_FROM && i < bytes.length; i++) {
      if (bytes[i] <= 0) {
        return false;
      }
    }
    int at = 0;
    while (at < bytes.length) {
      at = afterAscii(bytes, at);
      if (at < bytes.length) {
        int length = lengthAt(bytes, at);
        if (length == 0) {
          return false;
        }
        at += length;
      }
    }
    return true;
  }

  /** Eight bytes at a time, for platforms escape what is not ASCII, so most bodies are. */
  private static int afterAscii(byte[] bytes, int from) {
    int at = from;
    while (at <= bytes.length - Long.BYTES && ((long) LONGS.get(bytes, at) & HIGH_BITS) == 0) {
      at += Long.BYTES;
    }
    while (at < bytes.length && bytes[at] >= 0) {
      at++;
    }
    return at;
  }

  /** How many bytes the character has that begins here; 0 if none does (RFC 3629). */
  private static int lengthAt(byte[] bytes, int at) {
    int length = Integer.numberOfLeadingZeros(~(bytes[at] << 24));
    if (length < 2 || length > LONGEST || at + length > bytes.length) {
      return 0;
    }
    int point = bytes[at] & (0x7F >> length);
    for (int i = at + 1; i < at + length; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return 0;
      }
      point = (point << 6) | (bytes[i] & 0x3F);
    }
    boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return point < FIRST[length] || point > Character.MAX_CODE_POINT || surrogate ? 0 : length;
  }
}
