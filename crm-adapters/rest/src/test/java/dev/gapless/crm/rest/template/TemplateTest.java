// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.http.entry.CleanText;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  private static final Vocabulary WORDS = Vocabulary.of("text", "at", "keys");

  @Test
  void escapesEverythingButUnreservedCharactersInAnAddress() throws Exception {
    assertThat(render("/x/{{text}}", "a b+c&d=e/f?g#h%i,ä\uD83D\uDE00\uD800", Target.ADDRESS))
        .isEqualTo("/x/a%20b%2Bc%26d%3De%2Ff%3Fg%23h%25i%2C%C3%A4%F0%9F%98%80%EF%BF%BD");
  }

  @Test
  void severalTextsStandBetweenCommasThatNoTextCanForge() throws Exception {
    Values values = Values.of("keys", new Value.Texts(List.of("a,b", "c")));

    assertThat(
            TextTemplate.parse("k={{keys}}", WORDS)
                .render(values, rendering("UTC"), Target.ADDRESS))
        .isEqualTo("k=a%2Cb,c");
  }

  /**
   * Samoa's clock is 13 hours ahead; Berlin skips an hour on 29 March and repeats one on 25
   * October.
   */
  @ParameterizedTest
  @CsvSource({
    "2026-11-21T10:30:00Z,Pacific/Apia,2026-11-21",
    "2026-11-21T11:00:00Z,Pacific/Apia,2026-11-22",
    "2026-03-28T22:59:59Z,Europe/Berlin,2026-03-28",
    "2026-03-28T23:00:00Z,Europe/Berlin,2026-03-29",
    "2026-03-29T21:59:59Z,Europe/Berlin,2026-03-29",
    "2026-03-29T22:00:00Z,Europe/Berlin,2026-03-30",
    "2026-10-25T22:59:59Z,Europe/Berlin,2026-10-25",
    "2026-10-25T23:00:00Z,Europe/Berlin,2026-10-26"
  })
  void aDateIsThatOfTheConnectionsZone(String at, String zone, String date) throws Exception {
    Values values = Values.of("at", new Value.Moment(Instant.parse(at)));

    assertThat(
            TextTemplate.parse("{{at | date}}", WORDS).render(values, rendering(zone), Target.JSON))
        .isEqualTo(date);
  }

  @Test
  void momentsHaveManyForms() throws Exception {
    Values values = Values.of("at", new Value.Moment(Instant.parse("2026-01-02T03:04:05.678Z")));
    Map<String, String> forms =
        Map.of(
            "{{at}}", "2026-01-02T03:04:05.678Z",
            "{{at | epoch-millis}}", "1767323045678",
            "{{at|epoch-seconds}}", "1767323045",
            "{{ at | utc }}", "2026-01-02 03:04:05");
    for (Map.Entry<String, String> form : forms.entrySet()) {
      TextTemplate template = TextTemplate.parse(form.getKey(), WORDS);
      assertThat(template.render(values, rendering("Pacific/Apia"), Target.JSON))
          .isEqualTo(form.getValue());
    }
  }

  @Test
  void valuesAreNotReadAsTemplatesAgain() throws Exception {
    assertThat(render("<{{text}}>", "{{at}}", Target.JSON)).isEqualTo("<{{at}}>");
  }

  @Test
  void aCutNeverSplitsACodePoint() {
    for (int limit = 1; limit < 12; limit++) {
      String cut = CleanText.cut("\uD83D\uDE00".repeat(10), limit, "~");
      assertThat(cut.length()).isLessThanOrEqualTo(limit);
      assertThat(CleanText.wellFormed(cut)).isEqualTo(cut);
    }
  }

  private static String render(String template, String text, Target target) throws Exception {
    Values values =
        name -> name.equals("text") ? Optional.of(new Value.Text(text)) : Optional.empty();
    return TextTemplate.parse(template, WORDS).render(values, rendering("UTC"), target);
  }

  private static Rendering rendering(String zone) {
    return new Rendering(ZoneId.of(zone), "~");
  }
}
