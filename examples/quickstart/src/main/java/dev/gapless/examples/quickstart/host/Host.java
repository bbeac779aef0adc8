// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.host;

import com.sun.net.httpserver.HttpServer;
import dev.gapless.engine.Gapless;
import dev.gapless.examples.quickstart.console.ToldException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A web server on the loopback address that hands webhooks to the SDK. What a company puts before
 * it (TLS, its own server name) forwards {@code /webhooks/} only.
 */
public final class Host implements AutoCloseable {
  /** Where it listens if nobody says otherwise and nobody else does. */
  public static final int USUAL_PORT = 8085;

  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int BACKLOG = 1_024;

  /** More threads than processors: each waits for the disk, and those that wait share one sync. */
  private static final int THREADS = 64;

  private static final String NO_DELAY = "sun.net.httpserver.nodelay";

  static {
    // Webhooks are answered without a body and do not need it. The answers for people have one, and
    // the JDK sends it behind the head in a packet of its own, which costs them 40 ms otherwise.
    if (System.getProperty(NO_DELAY) == null) {
      System.setProperty(NO_DELAY, "true");
    }
  }

  private final Gapless gapless;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, Host::daemon);
  private final InFlight inFlight = new InFlight();

  private Host(Gapless gapless, HttpServer server) {
    this.gapless = gapless;
    this.server = server;
  }

  /**
   * Starts delivering and listening.
   *
   * @param gapless built, not started; closed with the host, also if this fails
   * @param port the port; empty takes the usual one, or a free one where that is taken
   * @throws ToldException if the port cannot be had
   */
  public static Host open(Gapless gapless, Optional<Integer> port) {
    try {
      Host host = new Host(gapless, listen(port));
      host.start();
      return host;
    } catch (RuntimeException e) {
      gapless.close();
      throw e;
    }
  }

  private void start() {
    server.setExecutor(threads);
    server.createContext("/", inFlight.counting(Answers::notFound));
    server.createContext("/webhooks/", inFlight.counting(new WebhookHandler(gapless)));
    DeskHandler desk = new DeskHandler(gapless);
    server.createContext("/trace", inFlight.counting(desk));
    server.createContext("/audit", inFlight.counting(desk));
    server.createContext("/check", inFlight.counting(desk));
    server.createContext("/catch-up", inFlight.counting(desk));
    gapless.start();
    server.start();
  }

  private static HttpServer listen(Optional<Integer> port) {
    int wanted = port.orElse(USUAL_PORT);
    try {
      return port.isPresent() ? bind(wanted) : bindUsualOrFree();
    } catch (IOException e) {
      throw new ToldException(
          "The host cannot listen on port "
              + wanted
              + ": something else does. Free it, or choose"
              + " another with --port; 0 takes a free one");
    }
  }

  private static HttpServer bindUsualOrFree() throws IOException {
    try {
      return bind(USUAL_PORT);
    } catch (BindException e) {
      return bind(0);
    }
  }

  private static HttpServer bind(int port) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(LOOPBACK);
    return HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "host");
    thread.setDaemon(true);
    return thread;
  }

  /** Where it listens. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The SDK inside. */
  public Gapless gapless() {
    return gapless;
  }

  /**
   * Lets calls in flight be answered, for a second; then ends delivery and gives the journal back.
   */
  @Override
  public void close() {
    server.stop(inFlight.any() ? 1 : 0);
    threads.shutdown();
    gapless.close();
  }
}
