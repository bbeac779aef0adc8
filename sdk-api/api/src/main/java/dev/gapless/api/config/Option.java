// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.config;

import java.util.Optional;

/**
 * One setting that an extension understands. The reference page of the configuration is generated
 * from these.
 *
 * @param key lower case with hyphens, as {@code app-secret}
 * @param type how the text is read
 * @param fallback the value if none is given
 * @param required whether a value must be given; never with a fallback
 * @param description one sentence for the reference page
 */
public record Option(
    String key, Type type, Optional<String> fallback, boolean required, String description) {

  /** How the text of a setting is read. */
  public enum Type {
    TEXT,
    /** Texts separated by commas. */
    LIST,
    /** A whole number, not negative. */
    INTEGER,
    /** {@code true} or {@code false}. */
    FLAG,
    /** {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code 1d}, or ISO-8601. */
    DURATION,
    /** An absolute address. */
    URL,
    /** A file or folder. */
    PATH,
    /** One secret; never printed. */
    SECRET,
    /** Secrets separated by commas, any of which counts; never printed. */
    SECRETS
  }

  /** A setting that must be given. */
  public static Option required(String key, Type type, String description) {
    return new Option(key, type, Optional.empty(), true, description);
  }

  /** A setting that may be left out, with nothing in its place. */
  public static Option optional(String key, Type type, String description) {
    return new Option(key, type, Optional.empty(), false, description);
  }

  /** A setting with a default. */
  public static Option withDefault(String key, Type type, String fallback, String description) {
    return new Option(key, type, Optional.of(fallback), false, description);
  }

  /** Whether the value must never be printed. */
  public boolean isSecret() {
    return type == Type.SECRET || type == Type.SECRETS;
  }
}
