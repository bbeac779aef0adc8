// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.side;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.util.HeaderMap;
import java.net.InetSocketAddress;

/** The web server of all sides but Camel's, which brings the same one. */
final class WebServer implements AutoCloseable {
  /** Takes one webhook; returns the status to answer. */
  @FunctionalInterface
  interface Webhooks {
    int take(HeaderMap headers, byte[] body);
  }

  private final Undertow server;

  WebServer(Webhooks webhooks) {
    server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setIoThreads(Side.IO_THREADS)
            .setWorkerThreads(Side.THREADS)
            .setHandler(new BlockingHandler(exchange -> answer(webhooks, exchange)))
            .build();
    server.start();
  }

  private static void answer(Webhooks webhooks, HttpServerExchange exchange) throws Exception {
    byte[] body = exchange.getInputStream().readAllBytes();
    exchange.setStatusCode(webhooks.take(exchange.getRequestHeaders(), body));
  }

  int port() {
    return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }

  @Override
  public void close() {
    server.stop();
  }
}
