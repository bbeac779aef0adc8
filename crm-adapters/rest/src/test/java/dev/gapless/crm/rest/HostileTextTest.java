// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import static dev.gapless.crm.rest.Connections.demo;
import static dev.gapless.crm.rest.Connections.entry;
import static dev.gapless.crm.rest.Connections.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Identifier;
import dev.gapless.api.Party;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What strangers write arrives as it was written, and nothing of it is read as anything else. */
class HostileTextTest {
  private FakeCrm crm;
  private RestCrmAdapter adapter;

  @BeforeEach
  void open() throws Exception {
    crm = new FakeCrm();
    adapter = Connections.open(demo(crm));
  }

  @AfterEach
  void close() {
    crm.close();
  }

  static Stream<String> corpus() {
    return Stream.of(
        "",
        " ",
        "\"},{\"key\":\"x\",\"text\":\"injected\"}]}",
        "\\\" \\u0022 \\",
        "{{text}} {{key}} ${env:HOME} #{1+1} <%= 1 %> {%raw%}",
        "<script>alert(1)</script> &lt; &amp;",
        "'; DROP TABLE entries; --",
        "\u001B[31mred\u001B[0m \u0007 \u0000 \u007F \u0085",
        "a\r\nb\tc\u2028d\u2029e",
        "\u202Eright to left\u202C \u200F\u2066x\u2069",
        "e\u0301 \u00E9 \uFB01 \uFEFF",
        "\uD83D\uDE00\uD83C\uDFF4\u200D\u2620\uFE0F \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
        "مرحبا שלום नमस्ते 你好 \uD842\uDFB7",
        "I\u0130\u0131i ß ẞ",
        "%00 %0d%0a %{x}",
        "=cmd|' /C calc'!A0");
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void textArrivesExactlyAsWritten(String text) {
    assertThat(written(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void otherFieldsHoldTheirValueToo(String text) {
    String value = text.isBlank() ? "x" : text;
    Party author =
        new Party(Optional.of(value), List.of(new Identifier(Identifier.WHATSAPP_ID, value)));
    crm.on("POST /api/persons/search", s -> FakeCrm.json(200, "{\"results\":[{\"persons\":[]}]}"));

    adapter.write(List.of(entry(1, message("m", "t").author(author).parent(value).target(value))));
    adapter.findPeople(List.of(author));

    JsonNode sent = sent();
    assertThat(sent.path("author").textValue()).isEqualTo(value);
    assertThat(sent.path("parent").textValue()).isEqualTo(value);
    assertThat(sent.path("target").textValue()).isEqualTo(value);
    assertThat(sent.size()).isEqualTo(15);
    JsonNode asked = crm.seen("POST /api/persons/search").get(0).json();
    assertThat(asked.at("/queries/0/identifiers/0/value").textValue()).isEqualTo(value);
  }

  @Test
  void loneSurrogatesBecomeTheReplacementMark() {
    assertThat(written("a\uD83Db\uDE00c\uD83D\uDE00\uD83D"))
        .isEqualTo("a\uFFFDb\uFFFDc\uD83D\uDE00\uFFFD");
  }

  @Test
  void aTextUpToTheLimitIsStoredWhole() {
    String text = "w".repeat(32_000);
    assertThat(written(text)).isEqualTo(text);
  }

  @Test
  void aLongerTextIsCutBetweenCodePointsAndMarked() {
    String stored = written("\uD83D\uDE00".repeat(51_200));

    assertThat(stored)
        .endsWith("… [cut]")
        .hasSizeLessThanOrEqualTo(32_000)
        .hasSizeGreaterThan(31_997);
    assertThat(stored.substring(0, stored.length() - 7)).matches("(\uD83D\uDE00)+");
  }

  @Test
  void theMarkSpeaksTheLanguageOfTheConnection() {
    adapter = Connections.open(demo(crm, "locale", "de"));
    assertThat(written("w".repeat(102_400))).endsWith("w… [gekürzt]").hasSize(32_000);
  }

  private String written(String text) {
    assertThat(adapter.write(List.of(entry(1, message("m", text))))).hasSize(1);
    return sent().path("text").textValue();
  }

  private JsonNode sent() {
    JsonNode entries = crm.seen("POST /api/timeline/batch").get(0).json().path("entries");
    assertThat(entries).hasSize(1);
    return entries.get(0);
  }
}
