// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.Secret;
import dev.gapless.api.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkOptionsTest {
  @TempDir Path folder;

  @Test
  void namesEveryProblemAtOnceAndPrintsNoSecret() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing");
    String key = "-----BEGIN RSA PRIVATE KEY-----\nc2VjcmV0\n-----END RSA PRIVATE KEY-----";

    ConfigurationException thrown =
        problems(
            Map.of(
                "proxy", "http://jane:canary-1@proxy:3128",
                "proxy-password", "canary-2",
                "trust-store", folder.resolve("absent.pem").toString(),
                "client-certificate", empty.toString(),
                "client-key", key,
                "connect-timeout", "0s",
                "read-timeout", "2h"));

    assertThat(thrown.problems())
        .anyMatch(p -> p.startsWith("crm.test.proxy: must be host:port"))
        .anyMatch(p -> p.startsWith("crm.test.proxy-password: is set without proxy-user"))
        .anyMatch(p -> p.startsWith("crm.test.trust-store: the file") && p.contains("absent.pem"))
        .anyMatch(
            p -> p.startsWith("crm.test.client-certificate: the file") && p.contains("empty.pem"))
        .anyMatch(p -> p.startsWith("crm.test.client-key: ") && p.contains("openssl pkcs8"))
        .anyMatch(p -> p.startsWith("crm.test.connect-timeout: "))
        .anyMatch(p -> p.startsWith("crm.test.read-timeout: "))
        .hasSize(7);
    assertThat(thrown).hasMessageNotContainingAny("canary", "c2VjcmV0");
  }

  @Test
  void settingsThatNeedAnotherSayWhich() {
    assertThat(problems(Map.of("no-proxy", "a", "client-key", "x")).problems())
        .containsExactly(
            "crm.test.no-proxy: is set without proxy. Set both or neither",
            "crm.test.client-key: is set without client-certificate. Set both or neither");
  }

  @Test
  void exceptionsOfTheProxyMatchWholeNamesOnly() {
    ProxyRoute route =
        new ProxyRoute("p", 1, Optional.empty(), List.of("a.example", "*.b.example", ".c.example"));

    assertThat(route.isDirect("A.example")).isTrue();
    assertThat(route.isDirect("xa.example")).isFalse();
    assertThat(route.isDirect("x.b.example")).isTrue();
    assertThat(route.isDirect("b.example")).isFalse();
    assertThat(route.isDirect("x.c.example")).isTrue();
    assertThat(route.isDirect("evilc.example")).isFalse();
  }

  private static ConfigurationException problems(Map<String, String> texts) {
    Map<String, Secret> raw = new HashMap<>();
    texts.forEach((key, value) -> raw.put(key, Secret.of(value)));
    Settings settings = Settings.check("crm.test", NetworkOptions.all(), raw);
    return catchThrowableOfType(
        ConfigurationException.class, () -> NetworkOptions.connection(settings));
  }
}
