// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A file system in a file, mounted. What never reached its device is not in the file, so a copy of
 * the file is the disk as it would be after the power went.
 */
final class LoopDisk implements AutoCloseable {
  private static final long BYTES = 96L * 1024 * 1024;

  private final Path folder;

  private LoopDisk(Path folder) {
    this.folder = folder;
  }

  /** Whether this user may mount, tried for real. */
  static boolean canBeHad(Path scratch) {
    try (LoopDisk disk = make(scratch.resolve("try.img"))) {
      return Files.isDirectory(disk.folder());
    } catch (IllegalStateException | UncheckedIOException e) {
      return false;
    }
  }

  /** An empty disk. */
  static LoopDisk make(Path image) {
    try {
      Files.createDirectories(image.getParent());
      Files.deleteIfExists(image);
      Files.createFile(image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run(List.of("truncate", "-s", Long.toString(BYTES), image.toString()));
    run(List.of("mkfs.ext4", "-q", "-F", image.toString()));
    return mount(image);
  }

  /** The disk that an image holds; the file system recovers as after a loss of power. */
  static LoopDisk mount(Path image) {
    Path folder = image.resolveSibling(image.getFileName() + ".mounted");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run(List.of("mount", "-o", "loop", image.toString(), folder.toString()));
    return new LoopDisk(folder);
  }

  /** The image as it is at this moment, unmounted. */
  static void copy(Path image, Path to) {
    try {
      Files.copy(image, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() {
    run(List.of("umount", folder.toString()));
  }

  private static void run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + ": " + said.strip());
      }
    } catch (IOException e) {
      throw new IllegalStateException(command.get(0) + " cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(command.get(0) + " was interrupted", e);
    }
  }
}
