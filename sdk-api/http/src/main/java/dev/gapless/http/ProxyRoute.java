// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import dev.gapless.api.config.Secret;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The way through a company's proxy: CONNECT for https addresses, a plain request for http ones.
 *
 * @param host the proxy's name or address
 * @param port its port
 * @param login Basic credentials, sent with the first request. For https addresses the JDK holds
 *     them back unless it was started with an empty {@code jdk.http.auth.tunneling.disabledSchemes}
 * @param direct hosts that are reached without the proxy: a name, {@code *.example.com} or {@code
 *     .example.com} for all below it, {@code *} for all
 */
public record ProxyRoute(String host, int port, Optional<Login> login, List<String> direct) {
  public ProxyRoute {
    if (host.isBlank() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException("a proxy needs a host and a port from 1 to 65535");
    }
    direct = List.copyOf(direct);
  }

  /** Who we are to the proxy. */
  public record Login(String user, Secret password) {
    String header() {
      String both = user + ":" + password.reveal();
      return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
      return "Login[***]";
    }
  }

  /** Whether a host is reached without the proxy. */
  public boolean isDirect(String target) {
    String name = target.toLowerCase(Locale.ROOT);
    return direct.stream().map(rule -> rule.toLowerCase(Locale.ROOT)).anyMatch(r -> fits(name, r));
  }

  private static boolean fits(String name, String rule) {
    String suffix = rule.startsWith("*") ? rule.substring(1) : rule;
    return rule.equals("*")
        || name.equals(rule)
        || (suffix.startsWith(".") && name.endsWith(suffix));
  }

  ProxySelector selector() {
    Proxy proxy = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        return List.of(isDirect(uri.getHost()) ? Proxy.NO_PROXY : proxy);
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // The failure reaches the caller of the request; there is no second route to try.
      }
    };
  }

  @Override
  public String toString() {
    return "proxy " + host + ":" + port;
  }
}
