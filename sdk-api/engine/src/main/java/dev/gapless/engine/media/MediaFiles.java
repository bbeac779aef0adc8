// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.media;

import dev.gapless.api.Attachment;
import dev.gapless.api.ItemKey;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fetched files of one channel. A file's name follows from its item's key and its place in the
 * item, never from what a stranger wrote; it has that name only when all its bytes are on disk.
 */
final class MediaFiles {
  private static final int SHARD = 2;
  private static final String PART = ".part";
  private static final String PROBE = "gapless-probe";
  private static final int PROBE_BYTES = 64 * 1024;

  private final Path directory;
  private volatile boolean closed;
  private volatile long needed;

  MediaFiles(Path directory) {
    this.directory = directory;
  }

  Path directory() {
    return directory;
  }

  /**
   * Where the file will be, below the directory, as far as it is known before the fetch: without
   * its ending if the platform announces no type.
   */
  static String location(ItemKey item, int index, Attachment attachment) {
    String stem = stem(item, index);
    return attachment
        .mime()
        .map(mime -> stem + "." + MediaTypes.ending(mime).orElse(MediaTypes.OTHER))
        .orElse(stem);
  }

  private static String stem(ItemKey item, int index) {
    return shard(item) + "/" + item.sha256Hex() + "-" + index;
  }

  private static String shard(ItemKey item) {
    return item.sha256Hex().substring(0, SHARD);
  }

  private Path folder(ItemKey item) {
    return path(shard(item));
  }

  Path path(String location) {
    return directory.resolve(location);
  }

  /** The file, if all of it is here: its location. */
  Optional<String> find(ItemKey item, int index, Attachment attachment) {
    String location = location(item, index, attachment);
    return attachment.mime().isPresent()
        ? Optional.of(location).filter(this::isThere)
        : MediaTypes.endings().stream()
            .map(ending -> location + "." + ending)
            .filter(this::isThere)
            .findFirst();
  }

  private boolean isThere(String location) {
    return Files.isRegularFile(path(location));
  }

  /** Where its bytes go first; what a process that died has left there is thrown away. */
  MediaPart begin(ItemKey item, int index) throws IOException {
    Path part = path(stem(item, index) + PART);
    Files.createDirectories(folder(item));
    Files.deleteIfExists(part);
    return new MediaPart(part);
  }

  /** No part gets its name any more: whoever opens the journal next may be fetching the same. */
  void close() {
    closed = true;
  }

  /** Gives a complete part its name; returns its location. */
  String keep(MediaPart part, ItemKey item, int index, Attachment attachment, String mime)
      throws IOException {
    String announced = location(item, index, attachment);
    String location =
        attachment.mime().isPresent()
            ? announced
            : announced + "." + MediaTypes.ending(mime).orElse(MediaTypes.OTHER);
    Path file = path(location);
    if (closed) {
      throw new IOException("closed");
    }
    Files.move(
        part.path(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    sync(folder(item));
    needed = 0;
    return location;
  }

  /** Makes a new name durable. Windows neither needs nor allows it. */
  private static void sync(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** Deletes whatever is here of the item, also in part; returns how many. */
  int delete(ItemKey item) throws IOException {
    List<Path> files = all(item);
    delete(item, files);
    return files.size();
  }

  /** Deletes these files of the item, as far as they are here. */
  void deleteAt(ItemKey item, List<String> locations) throws IOException {
    delete(item, locations.stream().map(this::path).toList());
  }

  private void delete(ItemKey item, List<Path> files) throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
    Path folder = folder(item);
    if (Files.isDirectory(folder)) {
      sync(folder);
    }
  }

  /** Whether anything is here of the item, also in part. */
  boolean hasAny(ItemKey item) throws IOException {
    return !all(item).isEmpty();
  }

  private List<Path> all(ItemKey item) throws IOException {
    Path folder = folder(item);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> all = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, item.sha256Hex() + "-*")) {
      files.forEach(all::add);
    } catch (DirectoryIteratorException e) {
      // Thrown while it is read, where nobody expects it; what it wraps is what callers do.
      throw e.getCause();
    }
    return all;
  }

  /** The disk failed while this part was written: as much room must be there before the next. */
  void failed(MediaPart part) {
    needed = part.size() + PROBE_BYTES;
  }

  /** Whether a file could be written now. */
  void check() throws IOException {
    Files.createDirectories(directory);
    if (Files.getFileStore(directory).getUsableSpace() < needed) {
      throw new IOException("less than " + needed + " bytes are free");
    }
    Path probe = Files.createTempFile(directory, PROBE, PART);
    try {
      Files.write(probe, new byte[PROBE_BYTES]);
    } finally {
      Files.deleteIfExists(probe);
    }
  }
}
