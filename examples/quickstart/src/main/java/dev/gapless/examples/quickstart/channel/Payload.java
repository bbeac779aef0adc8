// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.channel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One file as it was named, read or not. */
public sealed interface Payload {
  /** The file as it was named; below a folder, with the folder in front. */
  String file();

  /** What the file holds. */
  final class Body implements Payload {
    private final String file;
    private final byte[] bytes;

    Body(String file, byte[] bytes) {
      this.file = file;
      this.bytes = bytes;
    }

    @Override
    public String file() {
      return file;
    }

    /** The bytes as they are; not to be changed. */
    public byte[] bytes() {
      return bytes;
    }
  }

  /** Why there is nothing to read. */
  record Problem(String file, String error) implements Payload {}

  /** The longest file that is read, in bytes. */
  int LONGEST = 64 << 20;

  /**
   * The payloads under the names, in their order, each read when its turn comes; a folder stands
   * for its {@code *.json} files, sorted.
   */
  static Stream<Payload> read(List<String> names) {
    return names.stream().flatMap(Payload::read);
  }

  private static Stream<Payload> read(String name) {
    try {
      Path path = Path.of(name);
      return Files.isDirectory(path) ? folder(name, path) : Stream.of(file(path));
    } catch (InvalidPathException e) {
      return Stream.of(new Problem(name, "is no path that this system can name"));
    }
  }

  private static Stream<Payload> folder(String name, Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> files = all.filter(path -> path.toString().endsWith(".json")).sorted().toList();
      return files.isEmpty()
          ? Stream.of(new Problem(name, "has no *.json file in it"))
          : files.stream().map(Payload::file);
    } catch (IOException e) {
      return Stream.of(problem(folder, e));
    }
  }

  private static Payload file(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      return bytes.length > LONGEST
          ? new Problem(path.toString(), "is longer than " + LONGEST + " bytes")
          : new Body(path.toString(), bytes);
    } catch (IOException e) {
      return problem(path, e);
    }
  }

  private static Problem problem(Path path, IOException e) {
    return new Problem(path.toString(), words(e));
  }

  private static String words(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file";
    }
    return e instanceof AccessDeniedException
        ? "no right to read it"
        : "cannot be read (" + e.getClass().getSimpleName() + ")";
  }
}
