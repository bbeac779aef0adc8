// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import static dev.gapless.http.RawServer.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.Optional;

/**
 * A company's proxy: opens tunnels and passes plain requests on, perhaps only for those who know
 * the password.
 */
final class ConnectProxy implements AutoCloseable {
  private final RawServer server;

  ConnectProxy(Optional<String> wanted, Optional<String> refusal) throws IOException {
    this.server =
        new RawServer(
            (n, socket, out) -> {
              String request = requests().get(n - 1);
              if (refusal.isPresent()) {
                write(out, "HTTP/1.1 " + refusal.get() + "\r\nContent-Length: 0\r\n\r\n");
                socket.close();
              } else if (wanted.isPresent()
                  && !request.contains("Proxy-Authorization: " + wanted.get() + "\r\n")) {
                write(
                    out,
                    "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n");
              } else if (request.startsWith("CONNECT ")) {
                tunnel(socket, request, out);
              } else {
                write(out, RawServer.answer(200, "through the proxy"));
              }
            });
  }

  static ConnectProxy open() throws IOException {
    return new ConnectProxy(Optional.empty(), Optional.empty());
  }

  static ConnectProxy forThoseWhoSay(String credentials) throws IOException {
    return new ConnectProxy(Optional.of(credentials), Optional.empty());
  }

  static ConnectProxy refusing(String statusLine) throws IOException {
    return new ConnectProxy(Optional.empty(), Optional.of(statusLine));
  }

  int port() {
    return server.port();
  }

  List<String> requests() {
    return server.requests();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private static void tunnel(Socket client, String request, OutputStream out) throws IOException {
    String[] target = request.split(" ", 3)[1].split(":", 2);
    try (Socket server = new Socket(target[0], Integer.parseInt(target[1]))) {
      write(out, "HTTP/1.1 200 Established\r\n\r\n");
      Thread back = new Thread(() -> pump(server, client));
      back.setDaemon(true);
      back.start();
      pump(client, server);
    }
  }

  /**
   * Says whether the tunnel ended in order; a side that breaks it is none of a proxy's business.
   */
  private static boolean pump(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      in.transferTo(to.getOutputStream());
      to.shutdownOutput();
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
