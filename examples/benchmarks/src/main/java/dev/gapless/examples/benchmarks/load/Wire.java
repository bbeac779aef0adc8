// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.load;

import dev.gapless.http.signature.HubSignature;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One keep-alive connection, with at most one request on it. */
final class Wire {
  private static final int BUFFER = 1 << 14;
  private static final String LENGTH = "content-length:";

  private final SocketChannel channel;
  private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);
  private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER);
  private long due;

  Wire(InetSocketAddress address, Selector selector) throws IOException {
    channel = SocketChannel.open(address);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, this);
  }

  void send(byte[] body, long dueNanos) {
    due = dueNanos;
    String head =
        "POST /webhooks/whatsapp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + HubSignature.HEADER
            + ": "
            + Traffic.sign(body)
            + "\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    out.clear();
    out.put(head.getBytes(StandardCharsets.US_ASCII)).put(body).flip();
    try {
      // A few hundred bytes always fit into the socket's own buffer, which is empty by now.
      while (out.hasRemaining()) {
        channel.write(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The status, once the answer is there as a whole; 0 before. */
  int receive() {
    try {
      if (channel.read(in) < 0) {
        throw new EOFException("the server closed the connection");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String answer = StandardCharsets.US_ASCII.decode(in.duplicate().flip()).toString();
    int end = answer.indexOf("\r\n\r\n");
    if (end < 0 || in.position() < end + 4 + length(answer)) {
      return 0;
    }
    in.clear();
    return Integer.parseInt(answer.substring(9, 12));
  }

  private static int length(String answer) {
    int at = answer.toLowerCase(Locale.ROOT).indexOf(LENGTH);
    if (at < 0) {
      return 0;
    }
    int end = answer.indexOf('\r', at);
    return Integer.parseInt(answer.substring(at + LENGTH.length(), end).strip());
  }

  /** When the request on it should have left. */
  long due() {
    return due;
  }

  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
