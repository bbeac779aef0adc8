// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the length-prefixed parts of a canonical key, by bytes as they were counted. */
final class CanonicalKeyReader {
  private final byte[] bytes;
  private final String format;
  private int position;

  CanonicalKeyReader(String canonical, String format) {
    this.bytes = canonical.getBytes(StandardCharsets.UTF_8);
    this.format = format;
  }

  ItemKey read() {
    byte[] version = format.getBytes(StandardCharsets.UTF_8);
    if (!Arrays.equals(
        bytes, 0, Math.min(version.length, bytes.length), version, 0, version.length)) {
      throw malformed();
    }
    position = version.length;
    ItemKey key = new ItemKey(part(), part(), part(), part(), part());
    if (position != bytes.length) {
      throw malformed();
    }
    return key;
  }

  private String part() {
    expect('|');
    int length = 0;
    int digits = 0;
    while (position < bytes.length && bytes[position] >= '0' && bytes[position] <= '9') {
      length = length * 10 + (bytes[position++] - '0');
      if (++digits > 4) {
        throw malformed();
      }
    }
    expect(':');
    if (digits == 0 || position + length > bytes.length) {
      throw malformed();
    }
    String text = new String(bytes, position, length, StandardCharsets.UTF_8);
    position += length;
    return text;
  }

  private void expect(char wanted) {
    if (position >= bytes.length || bytes[position] != wanted) {
      throw malformed();
    }
    position++;
  }

  private IllegalArgumentException malformed() {
    return new IllegalArgumentException(
        "not a canonical item key of format " + format + " (damaged near byte " + position + ")");
  }
}
