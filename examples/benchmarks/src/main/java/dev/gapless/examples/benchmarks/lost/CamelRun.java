// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.lost;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Kills Camel's default route under load, and counts what it had acknowledged and never sent on.
 */
final class CamelRun implements AutoCloseable {
  private static final int SENDERS = 4;
  private static final int CRM_MILLIS = 20;

  /** So that the CRM has twice the time it needs. */
  private static final int BETWEEN_MILLIS = 2 * CRM_MILLIS;

  /** Acknowledged in each life, so that there is something to lose. */
  private static final int FEWEST = 20;

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** So long nothing came: then what is missing will not come, however busy the machine is. */
  private static final int QUIET_SECONDS = 60;

  private final int kills;
  private final Random random = new Random(7);
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Set<String> arrived = ConcurrentHashMap.newKeySet();
  private final HttpServer crm;
  private final ExecutorService crmThreads = Executors.newFixedThreadPool(SENDERS);
  private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
  private final int port = freePort();
  private volatile boolean ending;

  CamelRun(int kills) throws IOException {
    this.kills = kills;
    crm = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    crm.setExecutor(crmThreads);
    crm.createContext("/", this::arrive);
    crm.start();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void arrive(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      pause(CRM_MILLIS);
      arrived.add(new String(body, StandardCharsets.UTF_8));
      exchange.sendResponseHeaders(200, -1);
    }
  }

  /** How many webhooks were answered 2xx and never came to the CRM. */
  long lost() throws IOException {
    for (int i = 0; i < SENDERS; i++) {
      String sender = Integer.toString(i);
      senders.execute(() -> send(sender));
    }
    for (int i = 0; i < kills; i++) {
      Process camel = start();
      awaitTraffic();
      pause(random.nextInt(1_000));
      camel.destroyForcibly().onExit().join();
    }
    Set<String> earlier = Set.copyOf(acknowledged);
    Process last = start();
    awaitTraffic();
    ending = true;
    senders.shutdown();
    awaitArrivals(earlier);
    last.destroyForcibly().onExit().join();
    return acknowledged.stream().filter(id -> !arrived.contains(id)).count();
  }

  long acknowledged() {
    return acknowledged.size();
  }

  /** As a platform does: again and again until it is acknowledged. */
  private void send(String sender) {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    URI url = URI.create("http://127.0.0.1:" + port + "/webhooks/whatsapp");
    for (int n = 0; !ending; n++) {
      String id = sender + "-" + n;
      HttpRequest request =
          HttpRequest.newBuilder(url).timeout(PATIENCE).POST(BodyPublishers.ofString(id)).build();
      while (!ending && !post(http, request)) {
        pause(50);
      }
      if (!ending) {
        acknowledged.add(id);
      }
      pause(BETWEEN_MILLIS);
    }
  }

  private static boolean post(HttpClient http, HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void awaitTraffic() {
    int enough = acknowledged.size() + FEWEST;
    while (acknowledged.size() < enough) {
      pause(20);
    }
  }

  /** Waits for all that the last life has acknowledged, and a while for what it has not. */
  private void awaitArrivals(Set<String> earlier) {
    int before = -1;
    int quiet = 0;
    while (arrived.size() > before || (quiet < QUIET_SECONDS && isMissing(earlier))) {
      quiet = arrived.size() > before ? 0 : quiet + 1;
      before = arrived.size();
      pause(1_000);
    }
  }

  private boolean isMissing(Set<String> earlier) {
    return acknowledged.stream().anyMatch(id -> !earlier.contains(id) && !arrived.contains(id));
  }

  private Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    command.add(CamelDefaultRoute.class.getName());
    command.add(Integer.toString(port));
    command.add("http://127.0.0.1:" + crm.getAddress().getPort() + "/");
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    if (output.readLine() == null) {
      throw new IOException("Camel does not start; what it said is above");
    }
    return process;
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    crm.stop(0);
    crmThreads.shutdownNow();
    senders.shutdownNow();
  }
}
