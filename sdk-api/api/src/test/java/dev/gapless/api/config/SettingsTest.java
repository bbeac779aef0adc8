// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final List<Option> OPTIONS =
      List.of(
          Option.required("app-secret", Option.Type.SECRETS, "the app's secret"),
          Option.withDefault("read-timeout", Option.Type.DURATION, "30s", "how long to wait"),
          Option.optional("url", Option.Type.URL, "where the CRM is"),
          Option.withDefault("batch", Option.Type.INTEGER, "200", "entries per call"),
          Option.withDefault("strict", Option.Type.FLAG, "false", "whether to be strict"));

  @Test
  void listsAllProblemsAtOnceAndNamesTheNearestKey() {
    Map<String, Secret> raw = new LinkedHashMap<>();
    raw.put("app-secert", Secret.of("x"));
    raw.put("read-timeout", Secret.of("soon"));
    raw.put("url", Secret.of("crm.example.com"));
    raw.put("batch", Secret.of("many"));
    raw.put("strict", Secret.of("yes"));
    assertThatThrownBy(() -> Settings.check("channel.main", OPTIONS, raw))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(
            "channel.main.app-secert: unknown setting. Did you mean 'app-secret'?")
        .hasMessageContaining("channel.main.app-secret: missing. Set it: the app's secret")
        .hasMessageContaining("channel.main.read-timeout: must be a duration such as 500ms")
        .hasMessageContaining("channel.main.url: must be an absolute http(s) address")
        .hasMessageContaining("channel.main.batch: must be a whole number")
        .hasMessageContaining("channel.main.strict: must be true or false");
  }

  @Test
  void neverQuotesAValue() {
    Map<String, Secret> raw = Map.of("app-secret", Secret.of("s"), "batch", Secret.of("hunter2"));
    assertThatThrownBy(() -> Settings.check("crm.demo", OPTIONS, raw))
        .satisfies(e -> assertThat(e.toString()).doesNotContain("hunter2"));
  }

  @Test
  void readsTypesAndDefaults() {
    Settings settings =
        Settings.check(
            "crm.demo",
            OPTIONS,
            Map.of("app-secret", Secret.of("one, two"), "batch", Secret.of("7")));
    assertThat(settings.secrets("app-secret")).containsExactly("one", "two");
    assertThat(settings.integer("batch")).isEqualTo(7);
    assertThat(settings.duration("read-timeout")).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.flag("strict")).isFalse();
    assertThat(settings.has("url")).isFalse();
  }

  @Test
  void asksForASecretEachTimeSoThatRotationNeedsNoRestart() {
    AtomicInteger version = new AtomicInteger();
    Settings settings =
        Settings.check("crm.demo", OPTIONS, Map.of("app-secret", () -> "v" + version.get()));
    assertThat(settings.secrets("app-secret")).containsExactly("v0");
    version.set(1);
    assertThat(settings.secrets("app-secret")).containsExactly("v1");
  }

  @Test
  void reportsASecretThatCannotBeHadWithItsPlace() {
    Secret lost =
        () -> {
          throw new ConfigurationException("the environment variable TOKEN is not set. Set it");
        };
    assertThatThrownBy(() -> Settings.check("crm.demo", OPTIONS, Map.of("app-secret", lost)))
        .hasMessage("crm.demo.app-secret: the environment variable TOKEN is not set. Set it");
  }
}
