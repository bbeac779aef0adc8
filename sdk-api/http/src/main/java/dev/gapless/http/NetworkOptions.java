// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.Option;
import dev.gapless.api.config.Secret;
import dev.gapless.api.config.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a company's network, the same for every connector and adapter: add {@link #all()}
 * to the extension's own options and start from {@link #connection(Settings)}. TLS is always
 * verified; no setting switches that off.
 */
public final class NetworkOptions {
  private static final String PROXY = "proxy";
  private static final String PROXY_USER = "proxy-user";
  private static final String PROXY_PASSWORD = "proxy-password";
  private static final String NO_PROXY = "no-proxy";
  private static final String TRUST_STORE = "trust-store";
  private static final String CLIENT_CERTIFICATE = "client-certificate";
  private static final String CLIENT_KEY = "client-key";
  private static final String CONNECT_TIMEOUT = "connect-timeout";
  private static final String READ_TIMEOUT = "read-timeout";

  private final Settings settings;
  private final List<String> problems = new ArrayList<>();

  private NetworkOptions(Settings settings) {
    this.settings = settings;
  }

  /** The options, in the order of the reference page. */
  public static List<Option> all() {
    return List.of(
        Option.optional(
            PROXY,
            Option.Type.TEXT,
            "Proxy as host:port; without it the JVM's own proxy settings count."),
        Option.optional(PROXY_USER, Option.Type.TEXT, "User name for the proxy."),
        Option.optional(
            PROXY_PASSWORD,
            Option.Type.SECRET,
            "Password for the proxy; https addresses also need the JVM option"
                + " -Djdk.http.auth.tunneling.disabledSchemes= (empty)."),
        Option.optional(
            NO_PROXY,
            Option.Type.LIST,
            "Hosts reached without the proxy: names, *.example.com for all below, * for all."),
        Option.optional(
            TRUST_STORE,
            Option.Type.PATH,
            "PEM file of the authorities to trust instead of the JVM's own trust store."),
        Option.optional(
            CLIENT_CERTIFICATE,
            Option.Type.PATH,
            "PEM file of our certificate, its chain behind it."),
        Option.optional(
            CLIENT_KEY,
            Option.Type.SECRET,
            "The certificate's private key as PEM text (PKCS #8, not encrypted); read at start."),
        Option.withDefault(
            CONNECT_TIMEOUT,
            Option.Type.DURATION,
            "10s",
            "How long a connection may take, TLS included."),
        Option.withDefault(
            READ_TIMEOUT,
            Option.Type.DURATION,
            "30s",
            "How long the other side may take to answer."));
  }

  /**
   * A connection as the settings say.
   *
   * @param settings checked against a list of options that holds {@link #all()}
   * @throws ConfigurationException naming every setting that cannot be used
   */
  public static HttpConnectionBuilder connection(Settings settings) {
    return new NetworkOptions(settings).build();
  }

  private HttpConnectionBuilder build() {
    HttpConnectionBuilder builder = HttpConnection.builder();
    tryTo(CONNECT_TIMEOUT, () -> builder.connectTimeout(duration(CONNECT_TIMEOUT)));
    tryTo(READ_TIMEOUT, () -> builder.readTimeout(duration(READ_TIMEOUT)));
    if (settings.has(PROXY)) {
      tryTo(PROXY, () -> builder.proxy(proxy(settings.text(PROXY))));
    } else {
      List.of(PROXY_USER, PROXY_PASSWORD, NO_PROXY).forEach(key -> needs(key, PROXY));
    }
    needs(PROXY_USER, PROXY_PASSWORD);
    needs(PROXY_PASSWORD, PROXY_USER);
    needs(CLIENT_CERTIFICATE, CLIENT_KEY);
    needs(CLIENT_KEY, CLIENT_CERTIFICATE);
    tls(builder);
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return builder;
  }

  private Duration duration(String key) {
    return settings.duration(key);
  }

  private ProxyRoute proxy(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 1
        || text.contains("/")
        || text.contains("@")
        || !text.substring(colon + 1).matches("\\d{1,5}")) {
      throw new IllegalArgumentException("must be host:port, as proxy.example.com:3128");
    }
    Optional<ProxyRoute.Login> login =
        settings.has(PROXY_PASSWORD)
            ? settings
                .optionalText(PROXY_USER)
                .map(user -> new ProxyRoute.Login(user, settings.secret(PROXY_PASSWORD)))
            : Optional.empty();
    int port = Integer.parseInt(text.substring(colon + 1));
    return new ProxyRoute(text.substring(0, colon), port, login, settings.list(NO_PROXY));
  }

  private void tls(HttpConnectionBuilder builder) {
    PemTls tls = new PemTls();
    if (settings.has(TRUST_STORE)) {
      Path file = settings.path(TRUST_STORE);
      tryTo(TRUST_STORE, () -> tls.trust(file));
    }
    if (settings.has(CLIENT_CERTIFICATE) && settings.has(CLIENT_KEY)) {
      Path file = settings.path(CLIENT_CERTIFICATE);
      Secret key = settings.secret(CLIENT_KEY);
      tryTo(CLIENT_CERTIFICATE, () -> tls.certificate(file));
      tryTo(CLIENT_KEY, () -> tls.key(key));
    }
    if (problems.isEmpty() && !tls.isEmpty()) {
      tryTo(TRUST_STORE, () -> builder.tls(tls.context()));
    }
  }

  private void needs(String key, String other) {
    if (settings.has(key) && !settings.has(other)) {
      problems.add(at(key) + ": is set without " + other + ". Set both or neither");
    }
  }

  private void tryTo(String key, Runnable step) {
    try {
      step.run();
    } catch (IllegalArgumentException e) {
      problems.add(at(key) + ": " + e.getMessage());
    }
  }

  private String at(String key) {
    return settings.place() + "." + key;
  }
}
