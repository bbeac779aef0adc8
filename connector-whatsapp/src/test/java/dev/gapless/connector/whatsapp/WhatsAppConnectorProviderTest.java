// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.api.ItemKey;
import dev.gapless.api.channel.ChannelConnectorProvider;
import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class WhatsAppConnectorProviderTest {
  @Test
  void isFoundOnTheClassPath() {
    assertThat(ServiceLoader.load(ChannelConnectorProvider.class))
        .hasAtLeastOneElementOfType(WhatsAppConnectorProvider.class);
    assertThat(new WhatsAppConnectorProvider().name()).isEqualTo("whatsapp");
  }

  @Test
  void isFoundOnTheModulePath() throws Exception {
    assertThat(descriptor().provides())
        .anySatisfy(
            provided -> {
              assertThat(provided.service()).isEqualTo(ChannelConnectorProvider.class.getName());
              assertThat(provided.providers())
                  .containsExactly(WhatsAppConnectorProvider.class.getName());
            });
  }

  @Test
  void cannotLogBecauseItReadsNoLoggingModule() throws Exception {
    assertThat(descriptor().requires())
        .extracting(ModuleDescriptor.Requires::name)
        .doesNotContain("org.slf4j", "java.logging");
  }

  @Test
  void listsEveryProblemOfTheConfiguration() {
    assertThatThrownBy(() -> Samples.connectorWith(Map.of("app-secrets", Secret.of("s3cr3t"))))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e ->
                assertThat(e.problems())
                    .hasSize(3)
                    .anySatisfy(p -> assertThat(p).contains("app-secrets", "'app-secret'"))
                    .anySatisfy(p -> assertThat(p).contains("channel.whatsapp.verify-token"))
                    .anySatisfy(p -> assertThat(p).contains("channel.whatsapp.app-secret:")))
        .hasMessageNotContaining("s3cr3t");
  }

  @Test
  void refusesNamesThatFitIntoNoKey() {
    String tooLong = "é".repeat(ItemKey.MAX_ID_BYTES / 2 + 1);
    assertThatThrownBy(() -> Samples.connector(Map.of("tenant", tooLong, "account", tooLong)))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e ->
                assertThat(e.problems())
                    .hasSize(2)
                    .anySatisfy(p -> assertThat(p).contains("channel.whatsapp.tenant"))
                    .anySatisfy(p -> assertThat(p).contains("channel.whatsapp.account")));
  }

  @Test
  void namesEveryProblemOfTheCallsAtOnce() {
    Map<String, String> wrong =
        Map.of(
            "waba-id",
            "+44 7700",
            "phone-number-ids",
            "1,two",
            "app-id",
            "my app",
            "media-hosts",
            "*.fbsbx.com",
            "media-timeout",
            "2h");
    assertThatThrownBy(() -> Samples.connector(wrong))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e ->
                assertThat(e.problems())
                    .hasSize(5)
                    .anySatisfy(
                        p -> assertThat(p).contains("channel.whatsapp.waba-id: must be a number"))
                    .anySatisfy(p -> assertThat(p).contains("phone-number-ids: must be a number"))
                    .anySatisfy(p -> assertThat(p).contains("app-id: must be a number"))
                    .anySatisfy(p -> assertThat(p).contains("media-hosts: must be full names"))
                    .anySatisfy(p -> assertThat(p).contains("media-timeout: must be between")))
        .hasMessageNotContaining("7700");
  }

  @Test
  void tenantAndFallbackAccountStandInTheKeys() {
    ItemKey key =
        Samples.connector(Map.of("tenant", "north", "account", "fallback"))
            .split(Samples.bytes("without-field"), Samples.RECEIVED_AT)
            .get(0)
            .event()
            .item();
    assertThat(List.of(key.tenant(), key.channel(), key.account()))
        .containsExactly("north", "whatsapp", "fallback");
  }

  private static ModuleDescriptor descriptor() throws IOException {
    Path descriptor = Path.of("target", "classes", "module-info.class");
    try (InputStream in = Files.newInputStream(descriptor)) {
      return ModuleDescriptor.read(in);
    }
  }
}
