// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import static dev.gapless.crm.rest.Connections.demo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.Option;
import dev.gapless.api.crm.CrmAdapterProvider;
import dev.gapless.api.crm.CrmCapabilities;
import dev.gapless.api.crm.CrmCapabilities.LanesInBatch;
import dev.gapless.api.crm.Once;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private FakeCrm crm;

  @BeforeEach
  void open() throws Exception {
    crm = new FakeCrm();
  }

  @AfterEach
  void close() {
    crm.close();
  }

  @Test
  void isFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(CrmAdapterProvider.class))
        .anyMatch(
            provider -> provider.name().equals("rest") && provider instanceof RestCrmProvider);
  }

  @Test
  void everyOptionHasAKeyOfItsOwn() {
    assertThat(new RestCrmProvider().options()).extracting(Option::key).doesNotHaveDuplicates();
  }

  @Test
  void promisesWhatTheStrategySays() {
    Duration preset = Duration.ofSeconds(20);
    assertThat(capabilities())
        .isEqualTo(new CrmCapabilities(200, LanesInBatch.ONE_ENTRY, new Once.Enforced(preset), 4));
    assertThat(capabilities("strategy", "enforced", "visible-after", "0s").once())
        .isEqualTo(new Once.Enforced());
    assertThat(capabilities("strategy", "confirmed").once())
        .isEqualTo(new Once.Confirmed(Duration.ofSeconds(20)));
    assertThat(capabilities("strategy", "confirmed", "visible-after", "45s").once())
        .isEqualTo(new Once.Confirmed(Duration.ofSeconds(45)));
    assertThat(capabilities("strategy", "none").once()).isEqualTo(new Once.None(preset));
  }

  @Test
  void aSmallerBatchAndAnotherConcurrencyCount() {
    CrmCapabilities capabilities = capabilities("batch", "25", "concurrency", "1");

    assertThat(capabilities.maxBatch()).isEqualTo(25);
    assertThat(capabilities.maxConcurrentCalls()).isEqualTo(1);
  }

  @Test
  void namesEveryProblemAtOnce() {
    Map<String, String> settings = new HashMap<>(demo(crm));
    settings.remove("client-secret");
    settings.put("api-key", "canary-secret");
    settings.put("strategy", "enforcd");
    settings.put("batch", "201");
    settings.put("concurrency", "0");
    settings.put("locale", "fr");
    settings.put("zone", "Berlin");
    settings.put("url", "https://crm.example/x?y=1");
    settings.put("proxy", "nonsense");

    ConfigurationException thrown = problems(settings);

    assertThat(thrown.problems())
        .anyMatch(p -> p.startsWith("crm.test.client-secret: missing"))
        .anyMatch(p -> p.startsWith("crm.test.api-key: is not used"))
        .anyMatch(
            p -> p.startsWith("crm.test.strategy: ") && p.contains("Did you mean 'enforced'?"))
        .anyMatch(p -> p.startsWith("crm.test.batch: must be from 1 to 200"))
        .anyMatch(p -> p.startsWith("crm.test.concurrency: "))
        .anyMatch(p -> p.startsWith("crm.test.locale: "))
        .anyMatch(p -> p.startsWith("crm.test.zone: "))
        .anyMatch(p -> p.startsWith("crm.test.url: "))
        .anyMatch(p -> p.startsWith("crm.test.proxy: "))
        .hasSize(9);
    assertThat(thrown).hasMessageNotContaining("canary-secret");
    assertThat(crm.seen("POST /oauth/token")).as("no call before anything starts").isEmpty();
  }

  @Test
  void anUnknownPresetNamesTheNearest() {
    assertThat(problems(demo(crm, "preset", "dmo")).problems())
        .containsExactly(
            "crm.test.preset: there is no preset 'dmo'. Did you mean 'demo'? A file of your own is"
                + " named with its path, ending in .json");
    assertThat(problems(demo(crm, "preset", "nowhere/x.json")).problems().get(0))
        .contains("crm.test.preset", "nowhere/x.json", "cannot be read");
  }

  private CrmCapabilities capabilities(String... more) {
    return Connections.open(demo(crm, more)).capabilities();
  }

  private static ConfigurationException problems(Map<String, String> settings) {
    return catchThrowableOfType(ConfigurationException.class, () -> Connections.open(settings));
  }
}
