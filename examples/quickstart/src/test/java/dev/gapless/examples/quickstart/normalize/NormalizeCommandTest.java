// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.normalize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gapless.examples.quickstart.RecordedConsole;
import dev.gapless.examples.quickstart.console.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NormalizeCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PAYLOADS = "payloads/whatsapp";

  @TempDir private Path folder;

  @Test
  void writesAllMembersOfAContactInTheirOrder() {
    JsonNode line = lines(PAYLOADS + "/01-text.json").get(0);

    assertThat(line.fieldNames())
        .toIterable()
        .containsExactly(
            "file",
            "channel",
            "account",
            "id",
            "event",
            "kind",
            "action",
            "direction",
            "visibility",
            "conversation",
            "parent",
            "target",
            "author",
            "text",
            "occurredAt",
            "attachments");
    assertThat(line.toString())
        .isEqualTo(
            """
            {"file":"payloads/whatsapp/01-text.json","channel":"whatsapp",\
            "account":"100000000000001","id":"wamid.TRY01","event":"created","kind":"message",\
            "action":"created","direction":"in","visibility":"private",\
            "conversation":"447700900201","parent":null,"target":null,\
            "author":{"name":"Anaïs Lefèvre","identifiers":[\
            {"type":"whatsapp_id","value":"447700900201"},\
            {"type":"phone","value":"+447700900201"}]},\
            "text":"Bonjour ! Où en est ma commande ? 📦","occurredAt":"2025-11-20T12:00:00Z",\
            "attachments":[]}""");
  }

  @Test
  void showsEveryItemOfAFolderInTheOrderOfItsFiles() {
    List<JsonNode> lines = lines(PAYLOADS);

    assertThat(lines).hasSize(16);
    assertThat(lines).extracting(line -> line.path("file").asText()).isSorted();
    assertThat(lines.get(1).path("id").asText()).isEqualTo("wamid.TRY02");
  }

  @Test
  void namesAnItemByItsOwnIdAndAnEventByWhatChanged() {
    JsonNode edit = lines(PAYLOADS + "/03-edit.json").get(0);

    assertThat(edit.path("id").asText()).isEqualTo("wamid.TRY03");
    assertThat(edit.path("event").asText()).isEqualTo("edited:wamid.TRY05");
    assertThat(edit.path("action").asText()).isEqualTo("edited");
  }

  @Test
  void saysWhichRuleLeavesOutWhatIsNoContact() {
    JsonNode notice = lines(PAYLOADS + "/10-notice.json").get(0);

    assertThat(notice.path("kind").asText()).isEqualTo("account_update");
    assertThat(notice.path("ignored").asText()).isEqualTo("account-notice");
    assertThat(notice.has("error")).isFalse();
  }

  @Test
  void saysOfStatusesThatOnlyFailuresAreWritten() {
    List<JsonNode> statuses = lines(PAYLOADS + "/09-bare-statuses.json");

    assertThat(statuses).hasSize(2);
    assertThat(statuses.get(0).path("kind").asText()).isEqualTo("status");
    assertThat(statuses.get(0).path("ignored").asText()).isEqualTo("status-folded");
    assertThat(statuses.get(0).path("direction").asText()).isEqualTo("out");
    assertThat(statuses.get(1).has("ignored")).isFalse();
  }

  @Test
  void saysWhatCannotBeReadAndGoesOn() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.json"), "", UTF_8);
    Path below = Files.createDirectory(folder.resolve("nothing"));

    List<JsonNode> lines =
        lines(
            "missing.json",
            empty.toString(),
            PAYLOADS + "/12-broken.json",
            below.toString(),
            "\u0000",
            PAYLOADS + "/01-text.json");

    assertThat(lines).hasSize(6);
    assertThat(lines.subList(0, 5)).allMatch(line -> line.path("error").isTextual());
    assertThat(lines.get(0).path("error").asText()).isEqualTo("no such file");
    assertThat(lines.get(2).path("error").asText()).contains("line 1, column 83");
    assertThat(lines.get(5).path("id").asText()).isEqualTo("wamid.TRY01");
  }

  @Test
  void leavesATimeOutThatThePlatformDoesNotGive() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.json"),
            "{\"from\":\"447700900201\",\"id\":\"wamid.Z\",\"timestamp\":\"99999999999999\",\"type\":\"x\"}",
            UTF_8);

    JsonNode line = lines(file.toString()).get(0);

    assertThat(line.path("occurredAt").isNull()).isTrue();
    assertThat(line.path("account").isNull()).isTrue();
  }

  @Test
  void putsTheGivenAccountOnWhatNamesNone() {
    RecordedConsole console = new RecordedConsole();
    new NormalizeCommand(console.console())
        .run(List.of("--account", "77", "whatsapp", PAYLOADS + "/08-bare-message.json"));

    assertThat(json(console.lines().get(0)).path("account").asText()).isEqualTo("77");
  }

  @Test
  void asksForChannelAndFiles() {
    assertThatThrownBy(() -> lines())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("FILE…");
  }

  private static List<JsonNode> lines(String... files) {
    RecordedConsole console = new RecordedConsole();
    List<String> words = Stream.concat(Stream.of("whatsapp"), Stream.of(files)).toList();
    assertThat(new NormalizeCommand(console.console()).run(words)).isZero();
    assertThat(console.err()).isEmpty();
    return console.lines().stream().map(NormalizeCommandTest::json).toList();
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + line, e);
    }
  }
}
