// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An operating-system lock on a file of its own, which also says who holds it. The system gives it
 * back when the process ends, in whatever way.
 */
final class LockFile {
  /** Far behind the text, because on Windows nobody else can read what is locked. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private static final int MAX_TEXT = 1024;

  /**
   * What this JVM holds, and the holders' texts. On POSIX systems, closing any channel to a file
   * gives up every lock the process has on it; so a file in here is never opened a second time.
   */
  private static final Map<Path, String> HELD = new ConcurrentHashMap<>();

  private final Path path;
  private @Nullable FileChannel channel;

  LockFile(Path path) {
    this.path = path;
  }

  /** Takes the lock if nobody has it, and writes {@code holder} into the file. */
  boolean tryLock(String holder) throws IOException {
    if (HELD.putIfAbsent(path, holder) != null) {
      return false;
    }
    boolean locked = false;
    try {
      locked = lockUnlessHeld(holder);
      return locked;
    } finally {
      if (!locked) {
        HELD.remove(path);
      }
    }
  }

  private boolean lockUnlessHeld(String holder) throws IOException {
    FileChannel opened = channel != null ? channel : FileChannel.open(path, CREATE, READ, WRITE);
    channel = opened;
    try {
      if (opened.tryLock(LOCKED_BYTE, 1, false) == null) {
        channel = null;
        opened.close();
        return false;
      }
    } catch (OverlappingFileLockException e) {
      // Held through another class loader of this JVM: closing the channel would take it away.
      return false;
    }
    opened.truncate(0).write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
    return true;
  }

  /** What the holder wrote; empty if it has not come to it, or cannot be asked. */
  String holder() throws IOException {
    String ours = HELD.get(path);
    if (ours != null || channel != null) {
      return ours != null ? ours : "";
    }
    try (FileChannel reading = FileChannel.open(path, READ)) {
      ByteBuffer text = ByteBuffer.allocate(MAX_TEXT);
      reading.read(text, 0);
      return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip();
    }
  }

  void release() throws IOException {
    try (FileChannel opened = channel) {
      if (opened != null) {
        opened.truncate(0);
      }
    } finally {
      channel = null;
      HELD.remove(path);
    }
  }
}
