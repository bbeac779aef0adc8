// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.side;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A file that grows: each body behind its length, one sync per group. */
final class AppendLog implements Store {
  private final FileChannel file;
  private ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);

  AppendLog(Path path) {
    try {
      file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void add(List<byte[]> bodies) {
    int size = bodies.stream().mapToInt(body -> Integer.BYTES + body.length).sum();
    if (size > buffer.capacity()) {
      buffer = ByteBuffer.allocateDirect(size);
    }
    buffer.clear();
    bodies.forEach(body -> buffer.putInt(body.length).put(body));
    buffer.flip();
    try {
      while (buffer.hasRemaining()) {
        file.write(buffer);
      }
      file.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
