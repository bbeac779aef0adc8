// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import dev.gapless.http.HttpOutcome.Cause;
import dev.gapless.http.HttpOutcome.MayHaveArrived;
import dev.gapless.http.HttpOutcome.NotSent;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;

/**
 * Tells a request that was certainly not sent from one that may have arrived. Words of exceptions
 * are not repeated: they may hold a whole address.
 */
final class Failures {
  /** The JDK gives the status of a refused CONNECT in this text only. */
  private static final Pattern FORBIDDEN_TUNNEL = Pattern.compile("Tunnel failed, got: 4\\d\\d");

  private final Duration connectTimeout;
  private final Duration readTimeout;
  private final Optional<ProxyRoute> proxy;

  Failures(Duration connectTimeout, Duration readTimeout, Optional<ProxyRoute> proxy) {
    this.connectTimeout = connectTimeout;
    this.readTimeout = readTimeout;
    this.proxy = proxy;
  }

  /** The same for a body that may take another time. */
  Failures within(Duration time) {
    return new Failures(connectTimeout, time, proxy);
  }

  HttpOutcome classify(String host, Exception failure) {
    if (has(failure, UnresolvedAddressException.class)
        || has(failure, UnknownHostException.class)) {
      return unreachable("the name " + host + " or its proxy's cannot be resolved");
    }
    if (has(failure, HttpConnectTimeoutException.class)) {
      return unreachable("no connection to " + route(host) + " within " + text(connectTimeout));
    }
    if (has(failure, ConnectException.class)) {
      return unreachable("no connection to " + route(host) + ": refused or unreachable");
    }
    if (has(failure, SSLHandshakeException.class)) {
      return handshake(host, failure);
    }
    return has(failure, UntouchedException.class)
        ? untouched(host, failure)
        : arrived(host, failure);
  }

  private static HttpOutcome handshake(String host, Exception failure) {
    boolean trust =
        has(failure, CertificateException.class) || has(failure, CertPathValidatorException.class);
    if (has(failure, EOFException.class)) {
      return unreachable(host + " closed the connection during the TLS handshake");
    }
    if (trust) {
      return new NotSent(
          Cause.UNTRUSTED,
          "the certificate of "
              + host
              + " is not trusted or names another host. Set trust-store to the PEM file of its"
              + " authority, or correct the address");
    }
    return new NotSent(
        Cause.UNTRUSTED,
        "TLS with "
            + host
            + " was refused. Check client-certificate and client-key, and the TLS versions and"
            + " host name the server accepts");
  }

  private HttpOutcome untouched(String host, Exception failure) {
    if (has(failure, HttpTimeoutException.class)) {
      return unreachable("no usable connection to " + route(host) + " within " + text(readTimeout));
    }
    if (mentions(failure, FORBIDDEN_TUNNEL)) {
      return new NotSent(
          Cause.PROXY, "the proxy forbids a tunnel to " + host + ". Allow the host there");
    }
    return unreachable("the connection to " + route(host) + " broke before the request was sent");
  }

  private HttpOutcome arrived(String host, Exception failure) {
    if (has(failure, HttpTimeoutException.class)) {
      return new MayHaveArrived("no whole answer from " + host + " within " + text(readTimeout));
    }
    if (has(failure, InterruptedException.class)) {
      return new MayHaveArrived("waiting for " + host + " was interrupted");
    }
    return new MayHaveArrived("the connection to " + host + " broke before the answer was whole");
  }

  private static HttpOutcome unreachable(String reason) {
    return new NotSent(Cause.UNREACHABLE, reason);
  }

  private String route(String host) {
    return proxy.map(p -> host + " or to " + p).orElse(host);
  }

  private static String text(Duration duration) {
    return duration.toMillis() + " ms";
  }

  private static boolean mentions(Throwable failure, Pattern words) {
    return causes(failure)
        .map(Throwable::getMessage)
        .anyMatch(message -> message != null && words.matcher(message).find());
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> type) {
    return causes(failure).anyMatch(type::isInstance);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, t -> t != null, Throwable::getCause).limit(20);
  }
}
