// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.api.config.ConfigurationException;
import dev.gapless.engine.config.References;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PropertiesFileTest {
  @TempDir Path folder;

  @Test
  void listsEveryProblemOfTheFileAtOnce() throws IOException {
    Path file =
        file(
            """
            jurnal.path=x
            channel.whatsapp=y
            intake.max-bdy=5
            crm.demo.people-none=ibox
            crm.other.attempts=none
            journal.type=sqllite
            channel.mail.host=x
            """);
    assertThatThrownBy(() -> Gapless.fromProperties(file).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("channel.mail: nothing on the class path is called 'mail'")
        .hasMessageContaining("jurnal.path: unknown setting. Did you mean 'journal'?")
        .hasMessageContaining("channel.whatsapp: write it as channel.NAME.setting")
        .hasMessageContaining("intake.max-bdy: unknown setting. Did you mean 'max-body'?")
        .hasMessageContaining("crm.demo.people-none: unknown choice 'ibox'. Did you mean 'inbox'?")
        .hasMessageContaining("crm.other.attempts: must be a whole number")
        .hasMessageContaining("journal.type: nothing on the class path is called 'sqllite'");
  }

  @Test
  void saysWhatIsWrongWithTheSettingsOfFilesAndNames() throws IOException {
    Path file =
        file(
            """
            channel.a.media=stor
            channel.b.media=store
            channel.c.media-max-bytes=0
            channel.d.names-wait=-PT1S
            """);
    assertThatThrownBy(() -> Gapless.fromProperties(file).build())
        .hasMessageContaining("channel.a.media: unknown choice 'stor'. Did you mean 'store'?")
        .hasMessageContaining("channel.b.media-directory: missing. Say where")
        .hasMessageContaining("channel.c.media-max-bytes is 0, must be at least 1")
        .hasMessageContaining("channel.d.names-wait: must");
  }

  @Test
  void refusesALimitNoArrayCanHold() throws IOException {
    Path file = file("intake.max-body=2147483647\n");
    assertThatThrownBy(() -> Gapless.fromProperties(file).build())
        .hasMessageContaining("intake.max-body is 2147483647, must be 1 to 1073741824");
  }

  @Test
  void saysWhatCannotBeReadAndWhy() {
    assertThatThrownBy(() -> Gapless.fromProperties(folder.resolve("absent.properties")))
        .hasMessageContaining("absent.properties")
        .hasMessageContaining("Check the path");
  }

  @Test
  void refusesToBuildWithoutACrmAJournalAndAKnownConnector() throws IOException {
    Path file = file("channel.whatsap.app-secret=canary-secret\n");
    assertThatThrownBy(() -> Gapless.fromProperties(file).build())
        .hasMessageContaining("channel.whatsap: nothing on the class path is called 'whatsap'")
        .hasMessageContaining("no journal is configured")
        .satisfies(e -> assertThat(e.toString()).doesNotContain("canary-secret"));
  }

  @Test
  void looksReferencesUpAnewEachTime() throws IOException {
    Path secret = folder.resolve("secret");
    Files.writeString(secret, "one\n", StandardCharsets.UTF_8);
    var reference = References.resolve("${file:" + secret + "}");
    assertThat(reference.reveal()).isEqualTo("one");
    Files.writeString(secret, "zwö$\\lf\n", StandardCharsets.UTF_8);
    assertThat(reference.reveal()).isEqualTo("zwö$\\lf");
    assertThat(reference).hasToString("***");
  }

  @Test
  void namesTheMissingVariableOrFile() {
    assertThatThrownBy(() -> References.resolve("${env:GAPLESS_NO_SUCH}").reveal())
        .hasMessageContaining("GAPLESS_NO_SUCH is not set");
    assertThatThrownBy(() -> References.resolve("${file:no/such/file}").reveal())
        .hasMessageContaining("no/such/file cannot be read");
  }

  private Path file(String content) throws IOException {
    Path file = folder.resolve("gapless.properties");
    Files.writeString(file, content, StandardCharsets.UTF_8);
    return file;
  }
}
