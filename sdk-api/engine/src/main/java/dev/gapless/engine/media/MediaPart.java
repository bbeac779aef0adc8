// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.media;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file while it is being fetched. Remembers whether it was the disk that failed. */
final class MediaPart extends FilterOutputStream {
  private final Path path;
  private final FileChannel channel;
  private boolean failed;
  private long size;

  MediaPart(Path path) throws IOException {
    this(path, FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
  }

  private MediaPart(Path path, FileChannel channel) {
    super(Channels.newOutputStream(channel));
    this.path = path;
    this.channel = channel;
  }

  Path path() {
    return path;
  }

  /** Whether the disk refused a write. */
  boolean hasFailed() {
    return failed;
  }

  /** The bytes it has or should have had. */
  long size() {
    return size;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    size += length;
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      failed = true;
      throw e;
    }
  }

  /** All bytes are on disk when this returns. */
  void sync() throws IOException {
    channel.force(true);
  }
}
