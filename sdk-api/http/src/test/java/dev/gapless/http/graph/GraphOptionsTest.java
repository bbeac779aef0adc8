// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.Secret;
import dev.gapless.api.config.Settings;
import dev.gapless.http.NetworkOptions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphOptionsTest {
  @Test
  void nothingNeedsToBeSet() {
    GraphApi api = api(Map.of());
    assertThat(api.base()).hasToString("https://graph.facebook.com");
    GraphVersion version = GraphVersion.find(api.version()).orElseThrow();
    assertThat(version.ends()).hasValueSatisfying(end -> assertThat(end).isAfter("2028-01-01"));
  }

  @Test
  void knowsWhenAVersionEnds() {
    assertThat(GraphVersion.find("v21.0").orElseThrow().ends()).contains(LocalDate.of(2027, 1, 21));
    assertThat(GraphVersion.find("v26.0").orElseThrow().ends()).isEmpty();
    assertThat(GraphVersion.find("v99.0")).isEmpty();
    assertThat(GraphVersion.known())
        .isSortedAccordingTo((a, b) -> b.released().compareTo(a.released()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://graph.test/", "http://localhost:8080", "http://127.0.0.1:1"})
  void anotherAddressIsTakenForTests(String url) {
    assertThat(api(Map.of("graph-url", url)).base().toString()).doesNotEndWith("/");
  }

  @Test
  void namesEveryProblemAtOnce() {
    assertThatThrownBy(
            () -> api(Map.of("graph-url", "http://graph.facebook.com", "api-version", "25")))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e ->
                assertThat(e.problems())
                    .hasSize(2)
                    .anySatisfy(p -> assertThat(p).contains("channel.x.graph-url", "https"))
                    .anySatisfy(p -> assertThat(p).contains("channel.x.api-version", "v25.0")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://u:p@graph.test", "https://graph.test?a=b", "https://g.test#f"})
  void anAddressHasNeitherUserNorQueryNorFragment(String url) {
    assertThatThrownBy(() -> api(Map.of("graph-url", url)))
        .isInstanceOf(ConfigurationException.class);
  }

  private static GraphApi api(Map<String, String> texts) {
    Map<String, Secret> raw = new HashMap<>();
    texts.forEach((key, value) -> raw.put(key, Secret.of(value)));
    Settings settings = Settings.check("channel.x", GraphOptions.all(), raw);
    return GraphOptions.api(
        settings, NetworkOptions.connection(settings).build(), Clock.systemUTC());
  }
}
