// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.console;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** Where the program lies; everything it writes stands beside it. */
public final class Place {
  private static final String JAR = "quickstart.jar";

  private Place() {}

  /** The folder of the jar, which is the build's {@code target}; without a jar, of the classes. */
  public static Path folder() {
    return Optional.ofNullable(code().getParent()).orElse(Path.of("").toAbsolutePath());
  }

  /** How to call the program again from the current folder. */
  public static String call() {
    Path code = code();
    Path jar = Files.isRegularFile(code) ? code : folder().resolve(JAR);
    return "java -jar " + fromHere(jar);
  }

  /** The path as one would type it: relative if it lies below the current folder. */
  public static Path fromHere(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = path.toAbsolutePath().normalize();
    return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
  }

  private static Path code() {
    try {
      CodeSource source = Place.class.getProtectionDomain().getCodeSource();
      return Path.of(source.getLocation().toURI()).toAbsolutePath();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the place of this program is no path", e);
    }
  }
}
