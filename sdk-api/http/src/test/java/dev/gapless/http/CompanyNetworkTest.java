// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.gapless.api.config.Secret;
import dev.gapless.api.config.Settings;
import dev.gapless.http.HttpOutcome.Answered;
import dev.gapless.http.HttpOutcome.Cause;
import dev.gapless.http.HttpOutcome.NotSent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proxy, private authority and client certificate, through the settings an admin writes. */
class CompanyNetworkTest {
  private static final String LOGIN = "Basic amFuZTpzZXNhbWU="; // jane:sesame

  @TempDir static Path folder;
  private static TestCertificates certificates;

  private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();
  private final List<String> seen = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void makeCertificates() throws Exception {
    certificates = new TestCertificates(folder);
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Test
  void refusesAServerOfAnUnknownAuthority() throws Exception {
    NotSent outcome = notSent(send(https(false), Map.of()));

    assertThat(outcome.cause()).isEqualTo(Cause.UNTRUSTED);
    assertThat(outcome.reason()).contains("localhost", "trust-store");
    assertThat(seen).isEmpty();
  }

  @Test
  void trustsThePrivateAuthorityOfThePemFile() throws Exception {
    assertThat(status(send(https(false), trusted()))).isEqualTo(200);
  }

  @Test
  void stillWantsTheRightHostName() throws Exception {
    URI other = URI.create(https(false).toString().replace("localhost", "127.0.0.1"));

    assertThat(notSent(send(other, trusted())).cause()).isEqualTo(Cause.UNTRUSTED);
  }

  @Test
  void showsTheClientCertificate() throws Exception {
    Map<String, String> settings = trusted();
    settings.put("client-certificate", certificates.clientChain().toString());
    settings.put("client-key", certificates.clientKey());

    assertThat(status(send(https(true), settings))).isEqualTo(200);
  }

  /** With TLS 1.3 the refusal comes after the request has left, and may be lost in a reset. */
  @Test
  void isNotAnsweredWithoutTheClientCertificateTheServerWants() throws Exception {
    assertThat(send(https(true), trusted())).isNotInstanceOf(Answered.class);
    assertThat(seen).isEmpty();
  }

  @Test
  void goesThroughATunnel() throws Exception {
    ConnectProxy proxy = opened(ConnectProxy.open());
    URI server = https(false);
    Map<String, String> settings = trusted();
    settings.put("proxy", "localhost:" + proxy.port());

    assertThat(status(send(server, settings))).isEqualTo(200);
    assertThat(proxy.requests())
        .singleElement()
        .asString()
        .startsWith("CONNECT " + server.getAuthority());
    assertThat(seen).hasSize(1);
  }

  @Test
  void goesAroundTheProxyForItsExceptions() throws Exception {
    ConnectProxy proxy = opened(ConnectProxy.forThoseWhoSay(LOGIN));
    RawServer server =
        opened(new RawServer((n, s, out) -> RawServer.write(out, RawServer.answer(200, ""))));
    Map<String, String> settings = withLogin(proxy);
    settings.put("no-proxy", "*.example.com, LOCALHOST");

    assertThat(status(send(server.uri("/"), settings))).isEqualTo(200);
    assertThat(proxy.requests()).isEmpty();
    assertThat(server.requests().get(0)).doesNotContainIgnoringCase("proxy-authorization");
  }

  @Test
  void givesThePasswordToThePlainProxyAtOnce() throws Exception {
    ConnectProxy proxy = opened(ConnectProxy.forThoseWhoSay(LOGIN));

    HttpOutcome outcome = send(URI.create("http://crm.example/api"), withLogin(proxy));

    assertThat(status(outcome)).isEqualTo(200);
    assertThat(proxy.requests())
        .singleElement()
        .asString()
        .startsWith("POST http://crm.example/api");
  }

  @Test
  void saysWhatTheJdkWantsWhenItWithholdsThePasswordFromATunnel() throws Exception {
    ConnectProxy proxy = opened(ConnectProxy.forThoseWhoSay(LOGIN));
    Map<String, String> settings = withLogin(proxy);
    settings.put("trust-store", certificates.authority().toString());

    NotSent outcome = notSent(send(https(false), settings));

    assertThat(outcome.cause()).isEqualTo(Cause.PROXY);
    assertThat(outcome.reason()).contains("-Djdk.http.auth.tunneling.disabledSchemes=");
    assertThat(seen).isEmpty();
  }

  @Test
  void givesThePasswordToTheTunnelIfTheJdkWasStartedForIt() throws Exception {
    ConnectProxy proxy = opened(ConnectProxy.forThoseWhoSay(LOGIN));
    URI server = https(false);
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.http.auth.tunneling.disabledSchemes=",
                "-cp",
                System.getProperty("java.class.path"),
                TunnelMain.class.getName(),
                server.toString(),
                "localhost:" + proxy.port(),
                certificates.authority().toString())
            .redirectErrorStream(true)
            .start();

    String output = new String(child.getInputStream().readAllBytes(), UTF_8);

    assertThat(child.waitFor()).as(output).isZero();
    assertThat(proxy.requests()).singleElement().asString().contains(LOGIN);
    assertThat(seen).singleElement().asString().doesNotContainIgnoringCase("proxy-authorization");
  }

  @Test
  void aTunnelThatIsForbiddenOrBrokenIsNotSent() throws Exception {
    Map<String, Cause> causes = Map.of("403 No", Cause.PROXY, "502 Bad", Cause.UNREACHABLE);
    for (Map.Entry<String, Cause> each : causes.entrySet()) {
      ConnectProxy proxy = opened(ConnectProxy.refusing(each.getKey()));
      Map<String, String> settings = trusted();
      settings.put("proxy", "localhost:" + proxy.port());

      assertThat(notSent(send(https(false), settings)).cause()).isEqualTo(each.getValue());
    }
    assertThat(seen).isEmpty();
  }

  private URI https(boolean wantsCertificate) throws Exception {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(certificates.server()) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters tls = getSSLContext().getDefaultSSLParameters();
            tls.setNeedClientAuth(wantsCertificate);
            parameters.setSSLParameters(tls);
          }
        });
    server.createContext(
        "/",
        exchange -> {
          seen.add(exchange.getRequestHeaders().keySet().toString());
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    open.add(() -> server.stop(0));
    return URI.create("https://localhost:" + server.getAddress().getPort() + "/");
  }

  private static Map<String, String> trusted() {
    return new HashMap<>(Map.of("trust-store", certificates.authority().toString()));
  }

  private static Map<String, String> withLogin(ConnectProxy proxy) {
    return new HashMap<>(
        Map.of(
            "proxy", "localhost:" + proxy.port(),
            "proxy-user", "jane",
            "proxy-password", "sesame"));
  }

  static HttpOutcome send(URI uri, Map<String, String> texts) {
    Map<String, Secret> raw = new HashMap<>();
    texts.forEach((key, value) -> raw.put(key, Secret.of(value)));
    Settings settings = Settings.check("crm.test", NetworkOptions.all(), raw);
    return NetworkOptions.connection(settings)
        .build()
        .send(HttpCall.of("POST", uri).body("text/plain", "hello".getBytes(UTF_8)));
  }

  private <T extends AutoCloseable> T opened(T closeable) throws IOException {
    open.add(closeable);
    return closeable;
  }

  static int status(HttpOutcome outcome) {
    assertThat(outcome).isInstanceOf(Answered.class);
    return ((Answered) outcome).answer().status();
  }

  private static NotSent notSent(HttpOutcome outcome) {
    assertThat(outcome).isInstanceOf(NotSent.class);
    return (NotSent) outcome;
  }
}
