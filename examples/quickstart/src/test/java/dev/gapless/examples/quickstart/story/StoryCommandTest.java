// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gapless.examples.quickstart.RecordedConsole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryCommandTest {
  private static final List<String> TOLD =
      List.of(
          "comment written created crm=3 journal=3",
          "comment written edited crm=1 journal=1",
          "comment written hidden crm=1 journal=1",
          "message written created crm=23 journal=23",
          "message written edited crm=1 journal=1",
          "message written removed crm=1 journal=1",
          "post written created crm=1 journal=1",
          "reaction written created crm=1 journal=1",
          "status written observed crm=1 journal=1",
          "unsupported written created crm=1 journal=1");

  private final RecordedConsole console = new RecordedConsole();

  @TempDir private Path folder;

  @Test
  void endsWithBooksThatBalanceAndWithAReportOfThem() throws IOException {
    Files.writeString(folder.resolve("report.json"), "of an earlier run");

    int status =
        new StoryCommand(console.console(), folder, Duration.ofSeconds(1)).run(List.of("--once"));

    JsonNode report = new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    assertThat(report.path("problems")).isEmpty();
    assertThat(status).isZero();
    assertThat(report.path("balanced").asBoolean()).isTrue();
    assertThat(report.path("strategy").asText()).startsWith("enforced");
    assertThat(report.path("totals").valueStream().map(StoryCommandTest::shown))
        .containsExactlyElementsOf(TOLD);
    checkBooks(report);
    checkTerminal();
  }

  private static void checkBooks(JsonNode report) {
    assertThat(report.at("/audit/received").asInt()).isEqualTo(39);
    assertThat(report.at("/audit/written").asInt()).isEqualTo(38);
    assertThat(report.at("/audit/ignoredByRule/status-folded").asInt()).isEqualTo(1);
    assertThat(report.at("/audit/repeats").asInt()).isEqualTo(12);
    assertThat(report.at("/deepAudit/agrees").asBoolean()).isTrue();
    assertThat(report.at("/platform/acknowledgedEvents").asInt()).isEqualTo(39);
    assertThat(report.at("/crm/entries").asInt()).isEqualTo(34);
    assertThat(report.at("/crm/creates").asInt()).isEqualTo(34);
    assertThat(report.at("/crm/updates").asInt()).isEqualTo(4);
    assertThat(report.at("/crm/twice").asInt()).isZero();
    assertThat(report.at("/crm/outOfOrder").asInt()).isZero();
  }

  private void checkTerminal() {
    assertThat(console.out())
        .contains("answered 403, 403, 403")
        .contains("Zoë Krüger", "نورا حداد", "📦")
        .containsSubsequence("Zoë Krüger", "in private", "in public", "sich geklärt")
        .contains("The books balance.")
        .contains("report.json", "journal.db", "normalize facebook");
    assertThat(folder.resolve("host.json")).doesNotExist();
  }

  private static String shown(JsonNode total) {
    return "%s %s %s crm=%s journal=%s"
        .formatted(
            total.path("kind").asText(),
            total.path("outcome").asText(),
            total.path("shows").asText(),
            total.path("crm").asText(),
            total.path("journal").asText());
  }
}
