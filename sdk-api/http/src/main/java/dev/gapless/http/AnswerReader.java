// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import feign.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Reads an answer within a limit of bytes and of time: the JDK's time-out ends at the headers. */
final class AnswerReader {
  private static final byte[] NOTHING = new byte[0];

  private final int maxBytes;
  private final Duration maxTime;

  AnswerReader(int maxBytes, Duration maxTime) {
    this.maxBytes = maxBytes;
    this.maxTime = maxTime;
  }

  HttpAnswer read(Response response) throws IOException {
    byte[] body = within(maxTime, response, stream -> stream.readNBytes(maxBytes + 1));
    boolean cut = body.length > maxBytes;
    return new HttpAnswer(
        response.status(), headers(response), cut ? Arrays.copyOf(body, maxBytes) : body, cut);
  }

  /** Writes out the body if it is wanted, else reads it as any other. */
  HttpAnswer read(Response response, Download download) throws IOException {
    Map<String, String> headers = headers(response);
    if (!download.wanted().test(new HttpAnswer(response.status(), headers, NOTHING, false))) {
      return read(response);
    }
    boolean cut = within(download.maxTime(), response, download::copy);
    return new HttpAnswer(response.status(), headers, NOTHING, cut);
  }

  private interface Reading<T> {
    T from(InputStream stream) throws IOException;
  }

  private static <T> T within(Duration time, Response response, Reading<T> reading)
      throws IOException {
    InputStream stream =
        response.body() == null ? InputStream.nullInputStream() : response.body().asInputStream();
    CompletableFuture<Boolean> late =
        new CompletableFuture<Boolean>()
            .completeOnTimeout(true, time.toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture<Void> closing = late.thenAccept(timeIsUp -> close(stream));
    try {
      return reading.from(stream);
    } catch (IOException e) {
      if (late.getNow(false)) {
        throw timedOut(e);
      }
      throw e;
    } finally {
      closing.cancel(false);
      late.cancel(false);
    }
  }

  private static void close(InputStream stream) {
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpTimeoutException timedOut(IOException cause) {
    HttpTimeoutException timeout = new HttpTimeoutException("body timed out");
    timeout.initCause(cause);
    return timeout;
  }

  private static Map<String, String> headers(Response response) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    response.headers().forEach((name, values) -> headers.put(name, String.join(", ", values)));
    return headers;
  }
}
