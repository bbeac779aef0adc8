// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Builds an {@link HttpConnection}. Not safe for use by several threads. */
public final class HttpConnectionBuilder {
  private Duration connectTimeout = Duration.ofSeconds(10);
  private Duration readTimeout = Duration.ofSeconds(30);
  private int maxAnswerBytes = 8 * 1024 * 1024;
  private String userAgent = "gapless";
  private Optional<ProxyRoute> proxy = Optional.empty();
  private Optional<SSLContext> tls = Optional.empty();

  HttpConnectionBuilder() {}

  /** How long a connection may take, TLS included; 10 s unless set. */
  public HttpConnectionBuilder connectTimeout(Duration value) {
    connectTimeout = positive("connect time-out", value);
    return this;
  }

  /** How long the server may take to answer, and again to deliver the body; 30 s unless set. */
  public HttpConnectionBuilder readTimeout(Duration value) {
    readTimeout = positive("read time-out", value);
    return this;
  }

  /** The longest body that is read, after decompression; 8 MiB unless set. */
  public HttpConnectionBuilder maxAnswerBytes(int value) {
    if (value < 1) {
      throw new IllegalArgumentException("maxAnswerBytes is " + value + ", must be at least 1");
    }
    maxAnswerBytes = value;
    return this;
  }

  /** What the server's log shows; {@code gapless} unless set. */
  public HttpConnectionBuilder userAgent(String value) {
    userAgent = value;
    return this;
  }

  /** Goes through a proxy. Without one, the JVM's own proxy settings count. */
  public HttpConnectionBuilder proxy(ProxyRoute value) {
    proxy = Optional.of(value);
    return this;
  }

  /**
   * Whom to trust and who to be; the JVM's own trust store and no certificate unless set. Not
   * public, so that nobody can hand in a context that trusts everybody.
   */
  HttpConnectionBuilder tls(SSLContext value) {
    tls = Optional.of(value);
    return this;
  }

  public HttpConnection build() {
    return new HttpConnection(this);
  }

  HttpClient client() {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connectTimeout);
    proxy.ifPresent(route -> client.proxy(route.selector()));
    tls.ifPresent(client::sslContext);
    return client.build();
  }

  Duration connectTimeout() {
    return connectTimeout;
  }

  Duration readTimeout() {
    return readTimeout;
  }

  int maxAnswerBytes() {
    return maxAnswerBytes;
  }

  /** Adds what every request of this connection carries. */
  void complete(HttpRequest.Builder request, String host) {
    request.setHeader("User-Agent", userAgent);
    proxy
        .filter(route -> !route.isDirect(host))
        .flatMap(ProxyRoute::login)
        .ifPresent(login -> request.setHeader("Proxy-Authorization", login.header()));
  }

  Optional<ProxyRoute> proxy() {
    return proxy;
  }

  private static Duration positive(String name, Duration value) {
    if (value.toMillis() < 1 || value.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("the " + name + " must be between 1 ms and 1 h");
    }
    return value;
  }
}
