// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {
  @ParameterizedTest
  @CsvSource({
    "image/jpeg, ffd8ffe000104a464946, true",
    "image/jpeg, 89504e470d0a1a0a, false",
    "image/png,  89504e470d0a1a0a, true",
    "image/webp, 524946460000000057454250, true",
    "image/webp, 5249464600000000574156, false",
    "video/mp4,  000000206674797069736f6d, true",
    "video/mp4,  1a45dfa3, false",
    "audio/ogg,  4f67675300, true",
    "audio/ogg,  494433, false",
    "audio/amr,  2321414d520a, true",
    "audio/mpeg, 494433, true",
    "audio/mpeg, fffb90, true",
    "audio/mpeg, 3c68746d6c3e, false",
    "application/zip, 504b030414, true",
    "text/plain, 4d5a, true",
    "something/new, '', true",
    "image/jpeg, ff, false",
  })
  void aFileBeginsAsItsTypeDoes(String mime, String head, boolean fits) {
    assertThat(MediaTypes.beginsAs(mime, HexFormat.of().parseHex(head))).isEqualTo(fits);
  }

  @Test
  void aDocumentMayHaveAFewBytesBeforeItsBeginning() {
    assertThat(MediaTypes.beginsAs("application/pdf", "\u00EF%PDF-1.7".getBytes(ISO_8859_1)))
        .isTrue();
    assertThat(MediaTypes.beginsAs("application/pdf", "<html>".getBytes(ISO_8859_1))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "audio/ogg; codecs=opus, audio/ogg,   true",
    "audio/ogg; codecs=opus, audio/opus,  true",
    "image/jpeg,             image/jpg,   true",
    "application/pdf,        text/html,   false",
    "text/html,              text/html,   true",
    "application/octet-stream, image/png, true",
    "application/octet-stream, text/html, false",
    "'',                     text/html,   false",
    "'',                     application/json; charset=UTF-8, false",
    "'',                     image/png,   true",
    "image/png,              '',          true",
    "image/png,              application/octet-stream, true",
  })
  void anErrorPageIsNoFileUnlessItWasAnnounced(String announced, String answered, boolean fits) {
    assertThat(MediaTypes.mayBe(Optional.of(announced), Optional.of(answered))).isEqualTo(fits);
  }

  @Test
  void everyRowIsWrittenAsItIsCompared() {
    assertThat(MediaTypes.SIGNATURES)
        .allSatisfy(
            row -> {
              assertThat(MediaTypes.name(row.mime())).isEqualTo(row.mime());
              assertThat(row.bytes()).matches("([0-9a-f]{2})+");
            });
  }
}
