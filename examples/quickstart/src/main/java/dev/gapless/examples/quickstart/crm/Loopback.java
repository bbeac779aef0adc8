// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The listening socket: opens on one port of the loopback address, and again on the same. */
final class Loopback {
  private static final byte[] ADDRESS = {127, 0, 0, 1};
  private static final int BACKLOG = 1_024;
  private static final String NO_DELAY = "sun.net.httpserver.nodelay";

  static {
    // The JDK's server sends head and body of an answer as two packets; without this the second
    // waits about 40 ms for the client's delayed acknowledgement. The JDK reads the property once,
    // with the first HttpServer of the process.
    if (System.getProperty(NO_DELAY) == null) {
      System.setProperty(NO_DELAY, "true");
    }
  }

  private final HttpHandler handler;
  private final Executor workers;
  private int port;
  private Optional<HttpServer> server = Optional.empty();

  Loopback(int port, HttpHandler handler, Executor workers) {
    this.port = port;
    this.handler = handler;
    this.workers = workers;
  }

  /** Listens, if it does not yet. */
  synchronized void open() {
    if (server.isEmpty()) {
      HttpServer opened = listen();
      opened.setExecutor(workers);
      opened.createContext("/", handler);
      opened.start();
      port = opened.getAddress().getPort();
      server = Optional.of(opened);
    }
  }

  private HttpServer listen() {
    try {
      InetAddress loopback = InetAddress.getByAddress(ADDRESS);
      return HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The demo CRM cannot listen on port " + port + "; free it or choose another", e);
    }
  }

  /** Closes the socket and cuts all connections; the port stays ours to open again. */
  synchronized void close() {
    server.ifPresent(open -> open.stop(0));
    server = Optional.empty();
  }

  synchronized URI url() {
    if (port == 0) {
      throw new IllegalStateException("The demo CRM has no port yet; start() it first");
    }
    return URI.create("http://127.0.0.1:" + port);
  }
}
