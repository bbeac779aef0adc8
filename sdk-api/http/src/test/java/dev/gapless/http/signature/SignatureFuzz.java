// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

/** Only the one right header is genuine, whatever header and body. See {@code mvn -Pfuzz}. */
public final class SignatureFuzz {
  private static final String SECRET = "an-app-secret";
  private static final HubSignature SIGNATURE = new HubSignature(() -> List.of("", SECRET));

  private SignatureFuzz() {}

  /** Called with one input after the other: a header up to the first line feed, then a body. */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, ISO_8859_1);
    int end = text.indexOf('\n');
    String header = text.substring(0, Math.max(0, end));
    byte[] body = Arrays.copyOfRange(input, end + 1, input.length);

    String right = HubSignature.sign(SECRET, body);
    assertThat(SIGNATURE.check(List.of(right), body)).isEqualTo(SignatureVerdict.GENUINE);
    assertThat(SIGNATURE.check(List.of(header), body) == SignatureVerdict.GENUINE)
        .isEqualTo(header.equals(right));
    assertThat(SIGNATURE.check(List.of(right, header), body)).isEqualTo(SignatureVerdict.REPEATED);
    assertThat(SIGNATURE.check(List.of(right), Arrays.copyOf(body, body.length + 1)))
        .isEqualTo(SignatureVerdict.WRONG);
  }
}
