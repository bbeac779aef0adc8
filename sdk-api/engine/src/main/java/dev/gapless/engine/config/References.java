// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.config;

import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces {@code ${env:NAME}} and {@code ${file:PATH}} in a value, anew at each look. */
public final class References implements Secret {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):([^}]*)}");

  private final String text;

  private References(String text) {
    this.text = text;
  }

  /** The value as a secret that is resolved each time it is revealed. */
  public static Secret resolve(String text) {
    return REFERENCE.matcher(text).find() ? new References(text) : Secret.of(text);
  }

  @Override
  public String reveal() {
    return REFERENCE
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), match.group(2))));
  }

  private static String value(String source, String name) {
    return source.equals("env") ? environment(name) : file(name);
  }

  private static String environment(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new ConfigurationException("the environment variable " + name + " is not set. Set it");
    }
    return value;
  }

  private static String file(String name) {
    try {
      return Files.readString(Path.of(name), StandardCharsets.UTF_8).strip();
    } catch (IOException | InvalidPathException e) {
      throw new ConfigurationException(
          "the file "
              + name
              + " cannot be read. Check that it is there, its rights and that it is"
              + " UTF-8");
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
