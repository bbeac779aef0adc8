// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gapless.api.config.Secret;
import dev.gapless.api.config.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The platform as its OpenAPI description says: a call without version is not found, one without a
 * user agent or our token is refused; everything else is the test's business.
 */
final class GraphStub implements AutoCloseable {
  static final String TOKEN = "EAAGcanaryToken0";

  /** What happens to a request. */
  interface Reply {
    void to(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Reply> routes = new ConcurrentHashMap<>();
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Reply otherwise = error(404, 803, 0);
  private volatile boolean asksForToken = true;

  GraphStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** A host of somebody else's, which takes anybody. */
  static GraphStub stranger() throws IOException {
    GraphStub stub = new GraphStub();
    stub.asksForToken = false;
    return stub;
  }

  void on(String route, Reply reply) {
    routes.put(route, reply);
  }

  /** Answers everything in one way. */
  void onAll(Reply reply) {
    routes.clear();
    otherwise = reply;
  }

  /** Requests as {@code GET /path?query}, in the order of arrival. */
  List<String> seen() {
    return seen;
  }

  String url(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  static Reply json(int status, String body) {
    return bytes(status, "application/json", body.getBytes(UTF_8));
  }

  static Reply error(int status, int code, int subcode) {
    return json(
        status,
        """
        {"error": {"message": "Object +447700900999 of Ada, see canary.pdf", "code": %d,
          "type": "OAuthException", "error_subcode": %d, "fbtrace_id": "AbC-1"}}
        """
            .formatted(code, subcode));
  }

  static Reply bytes(int status, String type, byte[] body) {
    return exchange -> {
      if (!type.isEmpty()) {
        exchange.getResponseHeaders().set("Content-Type", type);
      }
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    };
  }

  static Reply redirect(String location) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", location);
      exchange.sendResponseHeaders(302, -1);
      exchange.close();
    };
  }

  /** Bytes without end, as fast as they are taken. */
  static Reply endless(String type) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(200, 0);
      byte[] piece = new byte[8192];
      piece[0] = (byte) 0xFF;
      piece[1] = (byte) 0xD8;
      piece[2] = (byte) 0xFF;
      while (true) {
        exchange.getResponseBody().write(piece);
      }
    };
  }

  /** A beginning, and then nothing until the test is over. */
  Reply stalling(String type) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(1);
      exchange.getResponseBody().flush();
      try {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /** A channel that takes this for the platform. */
  WhatsAppConnector connector(Map<String, String> more, Clock clock) {
    Map<String, String> texts = new HashMap<>(Map.of("access-token", TOKEN));
    texts.putAll(more);
    texts.values().removeIf(String::isEmpty);
    Map<String, Secret> raw = new HashMap<>();
    texts.forEach((key, value) -> raw.put(key, Secret.of(value)));
    return connectorWith(raw, clock);
  }

  WhatsAppConnector connectorWith(Map<String, Secret> more, Clock clock) {
    Map<String, Secret> raw = new HashMap<>();
    raw.put("verify-token", Secret.of(Samples.TOKEN));
    raw.put("app-secret", Secret.of(Samples.SECRET));
    raw.put("graph-url", Secret.of(url("")));
    raw.putAll(more);
    WhatsAppConnectorProvider provider = new WhatsAppConnectorProvider();
    Settings settings = Settings.check("channel.whatsapp", provider.options(), raw);
    return (WhatsAppConnector) provider.create(settings, new Samples.Context(clock));
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    String route = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    seen.add(route + "?" + query + body);
    reply(exchange, route).to(exchange);
  }

  private Reply reply(HttpExchange exchange, String route) {
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    boolean ours = token != null && token.matches("Bearer (" + TOKEN + "|\\d+\\|\\S+)");
    if (asksForToken && !ours) {
      return error(401, 190, 0);
    } else if (exchange.getRequestHeaders().getFirst("User-Agent") == null) {
      return error(400, 100, 0);
    }
    return routes.getOrDefault(route, otherwise);
  }
}
