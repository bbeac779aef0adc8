// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.api.channel.Admission;
import dev.gapless.api.channel.ChannelConnectorProvider;
import dev.gapless.api.channel.WebhookReceiver;
import dev.gapless.api.channel.WebhookRequest;
import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.Option;
import dev.gapless.http.signature.HubSignature;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class FacebookConnectorProviderTest {
  @Test
  void isFoundOnBothPaths() throws Exception {
    assertThat(ServiceLoader.load(ChannelConnectorProvider.class))
        .hasAtLeastOneElementOfType(FacebookConnectorProvider.class);
    assertThat(new FacebookConnectorProvider().name()).isEqualTo("facebook");
    try (InputStream in = Files.newInputStream(Path.of("target", "classes", "module-info.class"))) {
      assertThat(ModuleDescriptor.read(in).provides())
          .extracting(ModuleDescriptor.Provides::providers)
          .containsExactly(List.of(FacebookConnectorProvider.class.getName()));
    }
  }

  @Test
  void everyProblemComesInOneMessage() {
    Map<String, String> wrong =
        Map.of(
            "tenant", "t".repeat(2000),
            "pages", "my page",
            "instagram-accounts", "@1",
            "media-domains", "*.fbcdn.net",
            "graph-url", "http://elsewhere.example",
            "page-tokens", "EAAGcanary",
            "media-timeout", "2d");
    assertThatThrownBy(() -> Samples.connector(wrong))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e ->
                wrong
                    .keySet()
                    .forEach(
                        key ->
                            assertThat(e.problems())
                                .as(key)
                                .anyMatch(line -> line.startsWith("channel.facebook." + key))))
        .hasMessageNotContaining("EAAGcanary");
  }

  @Test
  void noNameIsTakenTwice() {
    assertThat(new FacebookConnectorProvider().options())
        .extracting(Option::key)
        .doesNotHaveDuplicates()
        .doesNotContain("catch-up", "catch-up-every", "catch-up-from");
  }

  @Test
  void letsInWhatEitherAppSecretSigned() {
    WebhookReceiver door =
        Samples.receiver(Map.of("app-secret", "new,old", "instagram-app-secret", "instagram"));
    byte[] body = Samples.bytes("comment");
    for (String secret : List.of("new", "old", "instagram")) {
      assertThat(door.admit(post(HubSignature.sign(secret, body), body)))
          .isEqualTo(new Admission.Genuine());
    }
    assertThat(door.admit(post(HubSignature.sign("other", body), body)))
        .isInstanceOf(Admission.Refused.class);
    byte[] empty = new byte[0];
    assertThat(door.admit(new WebhookRequest("POST", Map.of(), Map.of(), empty)))
        .isInstanceOf(Admission.Refused.class);
  }

  @Test
  void answersTheHandshake() {
    Map<String, List<String>> query =
        Map.of(
            "hub.mode", List.of("subscribe"),
            "hub.verify_token", List.of(Samples.TOKEN),
            "hub.challenge", List.of("0042"));
    WebhookRequest request = new WebhookRequest("GET", query, Map.of(), new byte[0]);
    assertThat(Samples.receiver(Map.of()).admit(request))
        .isEqualTo(new Admission.Challenge("0042"));
  }

  private static WebhookRequest post(String signature, byte[] body) {
    return new WebhookRequest(
        "POST", Map.of(), Map.of(HubSignature.HEADER, List.of(signature)), body);
  }
}
