// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.examples.quickstart.crm.DemoCrm;
import dev.gapless.examples.quickstart.host.DemoSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  private final RecordedConsole console = new RecordedConsole();

  @TempDir private Path folder;

  @Test
  void namesTheNearestCommand() {
    assertThat(run("normalise")).isEqualTo(2);
    assertThat(console.err())
        .contains("there is no command 'normalise'. Did you mean 'normalize'?")
        .contains("help");
  }

  @Test
  void listsAllCommandsWhereNoneIsNear() {
    assertThat(run("frobnicate")).isEqualTo(2);
    assertThat(console.err()).contains("Known: check, classify, crm, host, normalize, send, story");
  }

  @Test
  void takesAnOptionWithoutACommandForOneOfTheStory() {
    assertThat(run("--onc")).isEqualTo(2);
    assertThat(console.err()).contains("story: there is no option '--onc'. Did you mean '--once'?");
  }

  @Test
  void namesTheNearestChannel() {
    assertThat(run("normalize", "whatsap", "any.json")).isEqualTo(2);
    assertThat(console.err()).contains("there is no channel 'whatsap'. Did you mean 'whatsapp'?");
  }

  @Test
  void listsWhatThereIsWhenAskedForHelp() {
    assertThat(run("help")).isZero();
    assertThat(console.out()).contains("story", "normalize", "send", "host", "check", "crm");
    assertThat(console.err()).isEmpty();
  }

  @Test
  void tellsWhatIsWrongWithSettingsInsteadOfBreaking() {
    assertThat(run("host", "--config", folder.resolve("missing.properties").toString()))
        .isEqualTo(1);
    assertThat(console.err()).contains("missing.properties").doesNotContain("\tat ");
  }

  @Test
  void checksTheSetUpOfEveryConnection() {
    Path settings = folder;
    try (DemoCrm crm = DemoCrm.builder().build().start()) {
      settings = DemoSettings.write(folder, crm.url());
      assertThat(run("check", "--config", settings.toString())).isZero();
      assertThat(console.out()).contains("crm.demo: fine");
    }
    assertThat(run("check", "--config", settings.toString())).isEqualTo(1);
    assertThat(console.out()).contains("crm.demo:\n  WRONG ");
  }

  @Test
  void saysWhatTheCheckNeeds() {
    assertThat(run("check")).isEqualTo(2);
    assertThat(console.err()).contains("--config");
  }

  private int run(String... words) {
    return new Main(console.console(), folder).run(List.of(words));
  }
}
