// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import dev.gapless.http.HttpOutcome.Answered;
import dev.gapless.http.HttpOutcome.Cause;
import dev.gapless.http.HttpOutcome.NotSent;
import feign.Client;
import feign.Feign;
import feign.Request;
import feign.Response;
import feign.RetryableException;
import feign.Retryer;
import feign.http2client.Http2Client;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests to one platform or CRM: Feign over the JDK's client, HTTP/1.1, pooled connections. Safe
 * for many threads.
 *
 * <p>It follows no redirect, repeats nothing and throws for no status. A request that fails is
 * classified as {@link HttpOutcome}. Only method, host, status and size are logged, at DEBUG.
 *
 * <p>The JDK repeats a failed <em>connection attempt</em> once, and a GET or HEAD whose pooled
 * connection turned out to be closed; never any other method, unless the host application sets
 * {@code -Djdk.httpclient.enableAllMethodRetry}, which it must not.
 */
public final class HttpConnection {
  private static final Logger log = LoggerFactory.getLogger(HttpConnection.class);

  private final Client client;
  private final Request.Options options;
  private final AnswerReader reader;
  private final Failures failures;

  HttpConnection(HttpConnectionBuilder from) {
    this.client = new Http2Client(new SentAwareClient(from::client, from::complete));
    // Equal to what the client was built with, or Feign would build another one beside it.
    this.options =
        new Request.Options(
            from.connectTimeout().toMillis(),
            TimeUnit.MILLISECONDS,
            from.readTimeout().toMillis(),
            TimeUnit.MILLISECONDS,
            false);
    this.reader = new AnswerReader(from.maxAnswerBytes(), from.readTimeout());
    this.failures = new Failures(from.connectTimeout(), from.readTimeout(), from.proxy());
  }

  public static HttpConnectionBuilder builder() {
    return new HttpConnectionBuilder();
  }

  /**
   * Sends a request and reads the answer; blocks at most for the connect time-out, then the read
   * time-out until the status line, then the read time-out for the body.
   */
  public HttpOutcome send(HttpCall call) {
    Request request = call.toFeign();
    return outcome(name(request), host(request), failures, () -> execute(request), reader::read);
  }

  /**
   * The same for an answer whose body, if it is wanted, is written out as it arrives instead of
   * being held; it then is {@linkplain HttpAnswer#body() empty} in the answer, and {@linkplain
   * HttpAnswer#bodyCut() cut} if it has more bytes than the download takes. Any other body is read
   * as by {@link #send}. Blocks at most for the download's time instead of the read time-out for a
   * wanted body.
   *
   * @throws IOException if the body cannot be written out, and only then
   */
  public HttpOutcome download(HttpCall call, Download download) throws IOException {
    Request request = call.toFeign();
    try {
      return outcome(
          name(request),
          host(request),
          failures.within(download.maxTime()),
          () -> execute(request),
          response -> reader.read(response, download));
    } catch (Download.NotWritten e) {
      throw e.failure();
    }
  }

  /**
   * The same for a method of a Feign interface made by {@link #feign()}, which must return {@link
   * Response}.
   */
  public HttpOutcome call(Supplier<Response> method) {
    return outcome("call", "server", failures, method, reader::read);
  }

  /**
   * Starts a Feign interface over this connection. Its methods should return {@link Response}: then
   * no status is an exception. Feign's own logger stays off, since it would print headers.
   */
  public Feign.Builder feign() {
    return Feign.builder().client(client).options(options).retryer(Retryer.NEVER_RETRY);
  }

  private Response execute(Request request) {
    try {
      return client.execute(request, options);
    } catch (IOException e) {
      throw new ExchangeFailed(e);
    }
  }

  private interface Reading {
    HttpAnswer read(Response response) throws IOException;
  }

  private static HttpOutcome outcome(
      String what, String host, Failures failures, Supplier<Response> exchange, Reading reading) {
    HttpOutcome outcome;
    try (Response response = exchange.get()) {
      HttpAnswer answer = reading.read(response);
      log.debug("{} {}: {}", what, host, answer);
      outcome = answer.status() == 407 ? proxyAsks() : new Answered(answer);
    } catch (IOException | ExchangeFailed | RetryableException e) {
      outcome = failures.classify(host, e);
      log.debug("{} {}: {}", what, host, outcome);
    }
    return outcome;
  }

  private static NotSent proxyAsks() {
    return new NotSent(
        Cause.PROXY,
        "the proxy asks for authentication (407). Set proxy-user and proxy-password; for https"
            + " addresses the JDK must also be started with"
            + " -Djdk.http.auth.tunneling.disabledSchemes= (empty), because it withholds Basic"
            + " credentials from tunnels otherwise");
  }

  private static String name(Request request) {
    return request.httpMethod().name();
  }

  private static String host(Request request) {
    return URI.create(request.url()).getHost();
  }

  /** Carries an {@link IOException} through a supplier. */
  private static final class ExchangeFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExchangeFailed(IOException cause) {
      super(cause);
    }
  }
}
