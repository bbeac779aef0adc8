// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import java.io.IOException;
import java.io.RandomAccessFile;
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
   * What this JVM holds, and the holders' texts. On POSIX systems, closing any descriptor of a file
   * gives up every lock the process has on it; so a file in here is never opened a second time.
   */
  private static final Map<Path, String> HELD = new ConcurrentHashMap<>();

  private final Path path;
  // No channel of its own: writing to one in an interrupted thread would close it.
  private @Nullable RandomAccessFile file;

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
    RandomAccessFile opened = file != null ? file : new RandomAccessFile(path.toFile(), "rw");
    file = opened;
    try {
      if (opened.getChannel().tryLock(LOCKED_BYTE, 1, false) == null) {
        file = null;
        opened.close();
        return false;
      }
    } catch (OverlappingFileLockException e) {
      // Held through another class loader of this JVM: closing the file would take it away.
      return false;
    }
    opened.setLength(0);
    opened.write(holder.getBytes(StandardCharsets.UTF_8));
    return true;
  }

  /** What the holder wrote; empty if it has not come to it, or cannot be asked. */
  String holder() throws IOException {
    String ours = HELD.get(path);
    if (ours != null || file != null) {
      return ours != null ? ours : "";
    }
    try (RandomAccessFile reading = new RandomAccessFile(path.toFile(), "r")) {
      byte[] text = new byte[(int) Math.min(MAX_TEXT, reading.length())];
      reading.readFully(text);
      return new String(text, StandardCharsets.UTF_8).strip();
    }
  }

  void release() throws IOException {
    try (RandomAccessFile opened = file) {
      if (opened != null) {
        opened.setLength(0);
      }
    } finally {
      file = null;
      HELD.remove(path);
    }
  }
}
