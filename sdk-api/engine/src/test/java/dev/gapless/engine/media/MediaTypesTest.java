// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MediaTypesTest {
  @Test
  void knowsATypeWhateverItsParametersAndCase() {
    assertThat(MediaTypes.ending("audio/ogg; codecs=opus")).contains("ogg");
    assertThat(MediaTypes.ending("Image/JPEG")).contains("jpg");
  }

  @Test
  void givesNoEndingThatADesktopRunsOrABrowserRenders() {
    assertThat(MediaTypes.ending("text/html")).isEmpty();
    assertThat(MediaTypes.ending("image/svg+xml")).isEmpty();
    assertThat(MediaTypes.ending("application/x-msdownload")).isEmpty();
    assertThat(MediaTypes.ending("../../etc/passwd")).isEmpty();
    assertThat(MediaTypes.endings())
        .contains("bin")
        .doesNotContain("html", "htm", "svg", "js", "exe", "sh", "bat", "com", "jar");
  }

  @Test
  void findsTheTypeOfAnEndingAgain() {
    assertThat(MediaTypes.endings())
        .filteredOn(ending -> !ending.equals("bin"))
        .allSatisfy(
            ending -> assertThat(MediaTypes.ending(MediaTypes.mime(ending))).contains(ending));
    assertThat(MediaTypes.mime("bin")).isEqualTo("application/octet-stream");
  }
}
