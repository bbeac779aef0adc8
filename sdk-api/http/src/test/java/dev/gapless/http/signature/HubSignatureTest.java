// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HubSignatureTest {
  private static final String SECRET = "first-secret";
  private static final byte[] BODY = utf8("{\"entry\":[{\"text\":\"caf\\u00e9 \\ud83d\\ude00\"}]}");

  private final HubSignature signature = new HubSignature(() -> List.of(SECRET));

  @Test
  void agreesWithThePublishedTestVector() {
    // RFC 4231, test case 2.
    assertThat(HubSignature.sign("Jefe", utf8("what do ya want for nothing?")))
        .isEqualTo("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Nested
  class Genuine {
    @Test
    void overUnicodeEscapes() {
      assertGenuine(utf8("{\"text\":\"\\u00fc\\ud83d\\ude00 https:\\/\\/example.org\"}"));
    }

    @Test
    void overRawNonAsciiBytes() {
      assertGenuine(utf8("{\"text\":\"ü 😀 שלום\"}"));
    }

    @Test
    void overBytesThatAreNoText() {
      assertGenuine(new byte[] {0, -1, -128, 13, 10});
    }

    @Test
    void overAnEmptyBody() {
      assertGenuine(new byte[0]);
    }

    private void assertGenuine(byte[] body) {
      assertThat(signature.check(List.of(HubSignature.sign(SECRET, body)), body))
          .isEqualTo(SignatureVerdict.GENUINE);
    }
  }

  @Nested
  class Forged {
    private final String good = HubSignature.sign(SECRET, BODY);
    private final String digest = good.substring("sha256=".length());

    @Test
    void missingHeader() {
      assertThat(signature.check(List.of(), BODY)).isEqualTo(SignatureVerdict.MISSING);
    }

    @Test
    void emptyHeader() {
      assertMalformed("");
    }

    @Test
    void prefixWithoutDigest() {
      assertMalformed("sha256=");
    }

    @Test
    void digestWithoutPrefix() {
      assertMalformed(digest);
    }

    @Test
    void truncatedDigest() {
      assertMalformed(good.substring(0, good.length() - 1));
      assertMalformed(good.substring(0, good.length() - 2));
    }

    @Test
    void overlongDigest() {
      assertMalformed(good + "0");
    }

    @Test
    void upperCaseDigest() {
      assertMalformed("sha256=" + digest.toUpperCase(Locale.ROOT));
    }

    @Test
    void upperCasePrefix() {
      assertMalformed("SHA256=" + digest);
    }

    @Test
    void otherAlgorithm() {
      assertMalformed("sha1=" + digest);
      assertMalformed("sha512=" + digest);
    }

    @Test
    void digitsOutsideAscii() {
      assertMalformed("sha256=" + "٣".repeat(64));
    }

    @Test
    void blanksAround() {
      assertMalformed(good + " ");
      assertMalformed(" " + good);
      assertMalformed(good + "\n");
    }

    @Test
    void twoValuesInOneHeader() {
      assertMalformed(good + "," + good);
      assertMalformed("sha256=" + "0".repeat(64) + ", " + good);
    }

    @Test
    void twoHeaders() {
      assertThat(signature.check(List.of(good, good), BODY)).isEqualTo(SignatureVerdict.REPEATED);
    }

    @Test
    void bodyDiffersInOneByte() {
      for (int i = 0; i < BODY.length; i++) {
        byte[] other = BODY.clone();
        other[i] ^= 1;
        assertWrong(good, other);
      }
    }

    @Test
    void bodyCutOrLengthened() {
      assertWrong(good, java.util.Arrays.copyOf(BODY, BODY.length - 1));
      assertWrong(good, java.util.Arrays.copyOf(BODY, BODY.length + 1));
    }

    @Test
    void bodyEncodedAgain() {
      assertWrong(good, utf8("{\"entry\":[{\"text\":\"café 😀\"}]}"));
    }

    @Test
    void rightDigestOfAnotherSecret() {
      assertWrong(HubSignature.sign("somebody-else", BODY), BODY);
    }

    @Test
    void digestUnderAnEmptyKeyWhenNoSecretIsConfigured() {
      // HMAC-SHA256 with a key of zero bytes equals that with an empty one, by padding.
      String underNothing = HubSignature.sign("\0", BODY);
      for (List<String> none : List.of(List.<String>of(), List.of(""), List.of(" ", "\t"))) {
        assertThat(new HubSignature(() -> none).check(List.of(underNothing), BODY))
            .isEqualTo(SignatureVerdict.NO_SECRET);
      }
    }

    private void assertMalformed(String header) {
      assertThat(signature.check(List.of(header), BODY)).isEqualTo(SignatureVerdict.MALFORMED);
    }

    private void assertWrong(String header, byte[] body) {
      assertThat(signature.check(List.of(header), body)).isEqualTo(SignatureVerdict.WRONG);
    }
  }

  @Nested
  class Rotation {
    @Test
    void everyConfiguredSecretCounts() {
      HubSignature both = new HubSignature(() -> List.of("new", "", "old"));
      assertThat(both.check(List.of(HubSignature.sign("new", BODY)), BODY))
          .isEqualTo(SignatureVerdict.GENUINE);
      assertThat(both.check(List.of(HubSignature.sign("old", BODY)), BODY))
          .isEqualTo(SignatureVerdict.GENUINE);
      assertThat(both.check(List.of(HubSignature.sign("older", BODY)), BODY))
          .isEqualTo(SignatureVerdict.WRONG);
    }

    @Test
    void aChangeCountsAtTheNextCheck() {
      List<String> secrets = new ArrayList<>(List.of("old"));
      HubSignature rotating = new HubSignature(() -> secrets);
      String old = HubSignature.sign("old", BODY);
      assertThat(rotating.check(List.of(old), BODY)).isEqualTo(SignatureVerdict.GENUINE);
      secrets.set(0, "new");
      assertThat(rotating.check(List.of(old), BODY)).isEqualTo(SignatureVerdict.WRONG);
    }
  }

  @Test
  void signingRefusesABlankSecret() {
    assertThatThrownBy(() -> HubSignature.sign(" ", BODY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
