// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.payload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a": 1, "b": 2}    | {"b":2,"a":1}
          [1.0, 10, 0.0]      | [1, 1e1, 0]
          "\\u00e9\\/"          | "é/"
          12345678901234567890123.10 | 12345678901234567890123.1
          """)
  void writingTheSameThingDifferentlyMakesNoDifference(String one, String other) {
    assertThat(digest(one)).isEqualTo(digest(other)).matches("sha256:[0-9a-f]{64}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "1"                 | 1
          [1, 2]              | [2, 1]
          [12]                | [1, 2]
          {"a": null}         | {}
          null                | "null"
          true                | "true"
          ["a,"]              | ["a", ""]
          9007199254740993    | 9007199254740992
          """)
  void differentThingsDiffer(String one, String other) {
    assertThat(digest(one)).isNotEqualTo(digest(other));
  }

  private static String digest(String json) {
    return Digest.of(Body.inner(json).orElseThrow());
  }
}
