// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * The JDK's client, which also tells whether a failed request had begun to leave: the client asks
 * for a request's body only after connection, tunnel, TLS and headers are done, and no server can
 * act on a request whose body it never got.
 */
final class SentAwareClient extends HttpClient {
  private final Supplier<HttpClient> maker;
  private final BiConsumer<HttpRequest.Builder, String> headers;
  private Optional<HttpClient> made = Optional.empty();

  /**
   * @param maker asked at the first request: a client starts a thread, which nobody needs before
   * @param headers adds the headers of every request; given the builder and the host
   */
  SentAwareClient(Supplier<HttpClient> maker, BiConsumer<HttpRequest.Builder, String> headers) {
    this.maker = maker;
    this.headers = headers;
  }

  private synchronized HttpClient client() {
    HttpClient client = made.orElseGet(maker);
    made = Optional.of(client);
    return client;
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    Optional<WatchedBody> body =
        request.bodyPublisher().filter(b -> b.contentLength() != 0).map(WatchedBody::new);
    try {
      return client().send(complete(request, body), handler);
    } catch (IOException e) {
      if (body.isPresent() && !body.get().touched()) {
        throw new UntouchedException(e);
      }
      throw e;
    }
  }

  private HttpRequest complete(HttpRequest request, Optional<WatchedBody> body) {
    HttpRequest.Builder copy = HttpRequest.newBuilder(request, (name, value) -> true);
    body.ifPresent(watched -> copy.method(request.method(), watched));
    headers.accept(copy, request.uri().getHost());
    return copy.build();
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    return client().sendAsync(request, handler);
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushes) {
    return client().sendAsync(request, handler, pushes);
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return client().cookieHandler();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return client().connectTimeout();
  }

  @Override
  public Redirect followRedirects() {
    return client().followRedirects();
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return client().proxy();
  }

  @Override
  public SSLContext sslContext() {
    return client().sslContext();
  }

  @Override
  public SSLParameters sslParameters() {
    return client().sslParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return client().authenticator();
  }

  @Override
  public Version version() {
    return client().version();
  }

  @Override
  public Optional<Executor> executor() {
    return client().executor();
  }
}
