// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PlainTest {
  private static final String HOSTILE =
      "a\u001b[31mred\u001b[0m\r\nb\u009b2J\u0007 \u202eabc\u2066d\u2069 \u2028\u200f\u061c \ud83d x";

  @Test
  void keepsNothingThatActsOnATerminal() {
    assertThat(Plain.line(HOSTILE))
        .isEqualTo("a\ufffd[31mred\ufffd[0m  b\ufffd2J\ufffd abcd   \ufffd x");
  }

  @Test
  void keepsWhatPeopleWrite() {
    String text = "Zoë مرحبا 👩\u200d👩\u200d👧 שלום\t.";

    assertThat(Plain.line(text)).isEqualTo("Zoë مرحبا 👩\u200d👩\u200d👧 שלום .");
  }

  @Test
  void cutsBetweenCharactersNeverInThem() {
    assertThat(Plain.line("👟👟👟👟", 3)).isEqualTo("👟👟…");
    assertThat(Plain.line("👟👟👟", 3)).isEqualTo("👟👟👟");
  }

  @Test
  void escapesInJsonWhatActsOnATerminalAndChangesNoValue() throws IOException {
    String json = Plain.json(TextNode.valueOf(HOSTILE).toString());

    assertThat(json.chars()).noneMatch(c -> c < ' ' || (c > '~' && c < 0xA0) || c == 0x202E);
    assertThat(new ObjectMapper().readTree(json).textValue()).isEqualTo(HOSTILE);
  }
}
