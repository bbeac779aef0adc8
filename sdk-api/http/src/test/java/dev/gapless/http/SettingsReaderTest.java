// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.Option;
import dev.gapless.api.config.Secret;
import dev.gapless.api.config.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsReaderTest {
  private static final List<Option> OPTIONS =
      List.of(
          Option.withDefault("batch", Option.Type.INTEGER, "5", "Entries per call."),
          Option.withDefault("mode", Option.Type.TEXT, "fast", "How."),
          Option.optional("pairs", Option.Type.LIST, "Names."),
          Option.withDefault("url", Option.Type.URL, "https://crm.example/", "Where."));

  @Test
  void readsWhatIsRight() {
    SettingsReader reader =
        reader(
            Map.of("batch", "9", "mode", "slow", "pairs", "b = 2, a=x=y", "url", "http://h/p//"));

    assertThat(reader.integer("batch", 1, 9)).isEqualTo(9);
    assertThat(reader.choice("mode", List.of("fast", "slow"))).isEqualTo("slow");
    assertThat(reader.pairs("pairs")).containsExactly(Map.entry("b", "2"), Map.entry("a", "x=y"));
    assertThat(reader.address("url")).isEqualTo("http://h/p");
    assertThat(reader.unlessAny(Optional.of("made"))).isEqualTo("made");
  }

  @Test
  void goesOnWithHarmlessValuesAndTellsAllAtTheEnd() {
    SettingsReader reader =
        reader(Map.of("batch", "0", "mode", "warp", "pairs", "a=1,b", "url", "http://h/?q"));

    assertThat(reader.integer("batch", 1, 9)).isEqualTo(1);
    assertThat(reader.choice("mode", List.of("fast", "slow"))).isEqualTo("fast");
    assertThat(reader.pairs("pairs")).containsExactly(Map.entry("a", "1"));
    reader.address("url");

    assertThat(
            catchThrowableOfType(
                    ConfigurationException.class, () -> reader.unlessAny(Optional.of("made")))
                .problems())
        .containsExactly(
            "crm.desk.batch: must be from 1 to 9",
            "crm.desk.mode: must be fast or slow",
            "crm.desk.pairs: must be name=value, separated by commas",
            "crm.desk.url: must be an address without ?, # or credentials");
  }

  private static SettingsReader reader(Map<String, String> values) {
    Map<String, Secret> raw = new LinkedHashMap<>();
    values.forEach((key, value) -> raw.put(key, Secret.of(value)));
    return SettingsReader.of(Settings.check("crm.desk", OPTIONS, raw));
  }
}
