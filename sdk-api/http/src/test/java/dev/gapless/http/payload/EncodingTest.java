// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EncodingTest {
  /** As much as the parser guesses from, and so that the eight bytes looked at are crossed. */
  private static final byte[] BEFORE = "[\"abcd".getBytes(StandardCharsets.US_ASCII);

  private static final int[] THIRD = {0x41, 0x7F, 0x80, 0x8F, 0x90, 0xBF, 0xC0};
  private static final int[] FOURTH = {0x41, 0x80, 0xBF};

  @Test
  void agreesWithTheStrictDecoderOnEveryBeginningOfACharacter() {
    for (int pair = 0; pair <= 0xFFFF; pair++) {
      for (int third : THIRD) {
        for (int fourth : FOURTH) {
          byte[] bytes = after(pair >> 8, pair & 0xFF, third, fourth);
          if (Encoding.isPlain(bytes) != decodes(bytes)) {
            assertThat(bytes).as("judged unlike the decoder does").isEmpty();
          }
        }
      }
    }
  }

  @Test
  void refusesACharacterThatIsCutOff() {
    byte[] whole = "[\"abcd😀".getBytes(StandardCharsets.UTF_8);
    for (int length = BEFORE.length + 1; length < whole.length; length++) {
      assertThat(Encoding.isPlain(Arrays.copyOf(whole, length))).isFalse();
    }
    assertThat(Encoding.isPlain(whole)).isTrue();
  }

  @Test
  void leavesToTheDecoderWhatTheParserWouldTakeForAnotherEncoding() {
    assertThat(Encoding.isPlain("[]".getBytes(StandardCharsets.UTF_16BE))).isFalse();
    assertThat(Encoding.isPlain("[]".getBytes(StandardCharsets.UTF_16LE))).isFalse();
    assertThat(Encoding.isPlain("\uFEFF[]".getBytes(StandardCharsets.UTF_8))).isFalse();
  }

  private static byte[] after(int first, int second, int third, int fourth) {
    return ByteBuffer.allocate(BEFORE.length + 4)
        .put(BEFORE)
        .put((byte) first)
        .put((byte) second)
        .put((byte) third)
        .put((byte) fourth)
        .array();
  }

  private static boolean decodes(byte[] bytes) {
    return StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length), true)
        .isUnderflow();
  }
}
