// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  @Test
  void tellsOptionsSwitchesAndTheRestApart() {
    Arguments arguments = read("a", "--once", "--port", "80", "b", "--host=http://h=1/");

    assertThat(arguments.has("--once")).isTrue();
    assertThat(arguments.port("--port")).contains(80);
    assertThat(arguments.value("--host")).contains("http://h=1/");
    assertThat(arguments.rest()).containsExactly("a", "b");
  }

  @Test
  void takesEverythingBehindTwoHyphensAsItIs() {
    assertThat(read("--", "--once", "--file-with-hyphens").rest())
        .containsExactly("--once", "--file-with-hyphens");
  }

  @Test
  void namesTheNearestOption() {
    assertThatThrownBy(() -> read("--prot", "80"))
        .isInstanceOf(UsageException.class)
        .hasMessage("try: there is no option '--prot'. Did you mean '--port'?");
  }

  @Test
  void missesAValue() {
    assertThatThrownBy(() -> read("--host")).hasMessage("try: --host needs a value behind it");
  }

  @Test
  void takesNoPortOutOfRange() {
    assertThatThrownBy(() -> read("--port=65536").port("--port"))
        .hasMessageContaining("a number from 0 to 65535");
    assertThatThrownBy(() -> read("--port=-1").port("--port")).isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> read("--port=http").port("--port")).isInstanceOf(UsageException.class);
  }

  @Test
  void refusesWordsWhereThereAreNone() {
    assertThatThrownBy(() -> read("surplus").nothingElse())
        .hasMessage("try: 'surplus' means nothing here");
  }

  private static Arguments read(String... words) {
    return Arguments.of("try", Set.of("--once"), Set.of("--port", "--host"), List.of(words));
  }
}
