// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * Where the body of an answer goes as it arrives, and how much of it for how long.
 *
 * @param wanted looks at status and headers, and says whether the body is to be written out
 * @param to takes the body; not closed. After anything but a whole body, what it took means nothing
 * @param maxBytes the longest body taken, after decompression
 * @param maxTime how long the whole body may take
 */
public record Download(
    Predicate<HttpAnswer> wanted, OutputStream to, long maxBytes, Duration maxTime) {
  private static final int PIECE = 16 * 1024;

  /** Answers whether there was more than is taken. */
  boolean copy(InputStream body) throws IOException {
    byte[] piece = new byte[PIECE];
    long left = maxBytes;
    for (int n = body.read(piece); n >= 0; n = body.read(piece)) {
      if (n > left) {
        return true;
      }
      write(piece, n);
      left -= n;
    }
    return false;
  }

  private void write(byte[] piece, int length) {
    try {
      to.write(piece, 0, length);
    } catch (IOException e) {
      throw new NotWritten(e);
    }
  }

  /** Tells a failure of our side from one of the network. */
  static final class NotWritten extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final IOException failure;

    NotWritten(IOException failure) {
      super(failure);
      this.failure = failure;
    }

    IOException failure() {
      return failure;
    }
  }
}
